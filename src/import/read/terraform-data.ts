import type { Facts } from '../facts.ts';
import type { CacheFacts, CacheNodeFacts, DatabaseFacts } from '../facts-of-data.ts';
import type { Service } from '../facts-of-parts.ts';
import type { View } from '../view.ts';
import { parametersOf } from './aws-parts.ts';

/** Attributes of `aws_db_instance`. @source terraform-provider-aws 5.100, schema of the resource */
export function databaseFrom(view: View): DatabaseFacts | undefined {
  const id = view.text('identifier');
  if (id === undefined) return undefined;
  return {
    id,
    arn: view.text('arn'),
    class: view.text('instance_class'),
    engine: view.text('engine'),
    engineVersion: view.text('engine_version_actual') ?? view.text('engine_version'),
    username: view.text('username'),
    databaseName: view.text('db_name'),
    port: view.number('port'),
    allocatedGib: view.number('allocated_storage'),
    maxAllocatedGib: view.number('max_allocated_storage'),
    storageType: view.text('storage_type'),
    iops: view.number('iops'),
    throughput: view.number('storage_throughput'),
    encrypted: view.flag('storage_encrypted'),
    multiAz: view.flag('multi_az'),
    subnetGroup: view.text('db_subnet_group_name'),
    subnets: [],
    securityGroups: view.texts('vpc_security_group_ids'),
    parameterGroup: view.text('parameter_group_name'),
    optionGroup: view.text('option_group_name'),
    backupRetentionDays: view.number('backup_retention_period'),
    backupWindow: view.text('backup_window'),
    copyTagsToSnapshot: view.flag('copy_tags_to_snapshot'),
    maintenanceWindow: view.text('maintenance_window'),
    autoMinorVersionUpgrade: view.flag('auto_minor_version_upgrade'),
    source: view.text('replicate_source_db'),
    cluster: undefined,
    publiclyAccessible: view.flag('publicly_accessible'),
    deletionProtection: view.flag('deletion_protection'),
    iamAuthentication: view.flag('iam_database_authentication_enabled'),
    performanceInsights: view.flag('performance_insights_enabled'),
    performanceInsightsRetentionDays: view.number('performance_insights_retention_period'),
    monitoringIntervalSeconds: view.number('monitoring_interval'),
    monitoringRoleArn: view.text('monitoring_role_arn'),
    logs: view.texts('enabled_cloudwatch_logs_exports'),
    caCertificateIdentifier: view.text('ca_cert_identifier'),
    zone: view.text('availability_zone'),
    hasManagedPassword: view.flag('manage_master_user_password') === true,
    hasPendingChanges: false,
  };
}

/** Attributes of `aws_elasticache_replication_group`, which tells what its nodes are, too. */
export function cacheFrom(view: View): { cache: CacheFacts; node: CacheNodeFacts } | undefined {
  const id = view.text('replication_group_id');
  if (id === undefined) return undefined;
  const shards = view.number('num_node_groups') ?? 1;
  const clusters = view.number('num_cache_clusters') ?? 1;
  const mode = view.text('cluster_mode') ?? (view.flag('cluster_enabled') ? 'enabled' : 'disabled');
  const replicas = mode === 'disabled' ? clusters - 1 : (view.number('replicas_per_node_group') ?? 0);
  const isTls = view.flag('transit_encryption_enabled') === true;
  const arn = view.text('arn');
  return {
    cache: {
      id,
      arn,
      description: view.text('description'),
      engine: view.text('engine'),
      nodeType: view.text('node_type'),
      clusterMode: mode,
      replicas: Array.from({ length: Math.min(shards, 500) }, () => replicas),
      automaticFailover: view.flag('automatic_failover_enabled'),
      multiAz: view.flag('multi_az_enabled'),
      port: view.number('port'),
      atRestEncryption: readFlag(view, 'at_rest_encryption_enabled'),
      kmsKeyId: view.text('kms_key_id'),
      transitEncryption: isTls ? (view.text('transit_encryption_mode') ?? 'required') : 'disabled',
      hasToken: view.text('auth_token') !== undefined,
      userGroups: view.texts('user_group_ids'),
      snapshotRetentionDays: view.number('snapshot_retention_limit'),
      snapshotWindow: view.text('snapshot_window'),
      autoMinorVersionUpgrade: readFlag(view, 'auto_minor_version_upgrade'),
      logs: view.views('log_delivery_configuration').map((log) => ({
        type: log.text('log_type'),
        destination: log.text('destination'),
        destinationType: log.text('destination_type'),
        format: log.text('log_format'),
      })),
      globalGroup: view.text('global_replication_group_id'),
    },
    node: {
      id: `${id} of Terraform`,
      arn,
      replicationGroup: id,
      engine: view.text('engine'),
      engineVersion: view.text('engine_version_actual') ?? view.text('engine_version'),
      parameterGroup: view.text('parameter_group_name'),
      subnetGroup: view.text('subnet_group_name'),
      securityGroups: view.texts('security_group_ids'),
      maintenanceWindow: view.text('maintenance_window'),
      topicArn: view.text('notification_topic_arn'),
    },
  };
}

/** The provider keeps some flags as text, so that "not said" can be told from false. */
function readFlag(view: View, key: string): boolean | undefined {
  const word = view.text(key);
  return word === undefined ? view.flag(key) : word === 'true';
}

export function readSubnetGroup(service: Service, view: View, facts: Facts): void {
  const name = view.text('name');
  if (name === undefined) return;
  const [arn, subnets] = [view.text('arn'), view.texts('subnet_ids')];
  facts.subnetGroups.push({ id: `${service} ${name}`, arn, service, name, subnets });
}

export function readParameterGroup(service: Service, view: View, facts: Facts): void {
  const values = view.views('parameter').map((one) => ({
    name: one.text('name'),
    value: one.text('value'),
    apply: one.text('apply_method'),
  }));
  facts.parameters.push(parametersOf(service, view.text('name'), view.text('arn'), values));
}
