import type { PlannedChange } from './plan.ts';

/**
 * Types whose loss is a loss of data, or of something that cannot be made again. Ours and what people keep in the
 * same roots: a review does not trust an address only because the spec does not know it.
 */
const STATEFUL: ReadonlySet<string> = new Set([
  'aws_backup_vault',
  'aws_cloudwatch_log_group',
  'aws_cognito_user_pool',
  'aws_db_cluster_snapshot',
  'aws_db_instance',
  'aws_db_snapshot',
  'aws_docdb_cluster',
  'aws_docdb_cluster_instance',
  'aws_dynamodb_table',
  'aws_ebs_snapshot',
  'aws_ebs_volume',
  'aws_ecr_repository',
  'aws_efs_file_system',
  'aws_eks_cluster',
  'aws_elasticache_cluster',
  'aws_elasticache_global_replication_group',
  'aws_elasticache_replication_group',
  'aws_elasticache_serverless_cache',
  'aws_elasticsearch_domain',
  'aws_fsx_lustre_file_system',
  'aws_fsx_ontap_file_system',
  'aws_fsx_openzfs_file_system',
  'aws_fsx_windows_file_system',
  'aws_instance',
  'aws_keyspaces_table',
  'aws_kinesis_stream',
  'aws_kms_key',
  'aws_memorydb_cluster',
  'aws_mq_broker',
  'aws_msk_cluster',
  'aws_msk_serverless_cluster',
  'aws_neptune_cluster',
  'aws_neptune_cluster_instance',
  'aws_opensearch_domain',
  'aws_rds_cluster',
  'aws_rds_cluster_instance',
  'aws_rds_global_cluster',
  'aws_redshift_cluster',
  'aws_route53_zone',
  'aws_s3_bucket',
  'aws_secretsmanager_secret',
  'aws_sns_topic',
  'aws_sqs_queue',
  'aws_ssm_parameter',
  'aws_timestreamwrite_table',
  'aws_vpc',
  'kubernetes_namespace',
  'kubernetes_namespace_v1',
  'kubernetes_persistent_volume',
  'kubernetes_persistent_volume_claim',
  'kubernetes_persistent_volume_claim_v1',
  'kubernetes_persistent_volume_v1',
  'kubernetes_secret',
  'kubernetes_secret_v1',
  'kubernetes_stateful_set',
  'kubernetes_stateful_set_v1',
]);

/** Settings that go and come back without a loss, although the ledger lists them with their database or cache. */
const SETTINGS: ReadonlySet<string> = new Set([
  'aws_db_parameter_group',
  'aws_db_subnet_group',
  'aws_elasticache_parameter_group',
  'aws_elasticache_subnet_group',
]);

/** @param ledger addresses that elastiform wrote down as holding data */
export function isStateful({ type, address }: PlannedChange, ledger: ReadonlySet<string>): boolean {
  return STATEFUL.has(type) || (ledger.has(address) && !SETTINGS.has(type));
}
