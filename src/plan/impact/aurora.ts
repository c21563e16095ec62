import { always, type Impact } from './effect.ts';
import { dbInstance, engineVersion } from './rds.ts';

const NOTHING = always('online', 'now');

const STATIC_PARAMETERS = always(
  'reboot',
  'next-reboot',
  'static values of another group wait until somebody reboots',
);

/**
 * What a change of an attribute of `aws_rds_cluster` does: of Aurora, and of a Multi-AZ cluster of RDS.
 *
 * @source "Settings for Amazon Aurora" (awsdocs/amazon-aurora-user-guide@0181647, doc_source/Aurora.Modifying.md, read
 *   2026-11-27): engine version and port interrupt, all the rest does not; the port reboots every instance at once
 * unverified: which of the others wait for the window (API reference of ModifyDBCluster, general knowledge), and what a
 *   class does in a Multi-AZ cluster of RDS
 */
export const rdsCluster: Readonly<Record<string, Impact>> = {
  engine_version: engineVersion,
  port: always('reboot', 'now', 'RDS reboots every instance at once, whatever apply_immediately says'),
  db_cluster_parameter_group_name: STATIC_PARAMETERS,
  db_instance_parameter_group_name: STATIC_PARAMETERS,
  db_cluster_instance_class: always('failover', 'asked', 'a reader takes over while the writer changes'),
  allocated_storage: always('online', 'asked'),
  iops: always('online', 'asked'),
  storage_type: always('online', 'asked'),
  network_type: always('online', 'asked'),
  iam_database_authentication_enabled: always('online', 'asked'),
  master_password: always('online', 'now', 'the old password stops to work'),
  master_password_wo_version: always('online', 'now', 'the old password stops to work'),
  manage_master_user_password: always('online', 'now', 'the password is rotated at once'),
  preferred_maintenance_window: always('online', 'now', 'what waits happens in the new window'),
  scaling_configuration: NOTHING,
  serverlessv2_scaling_configuration: NOTHING,
  enable_http_endpoint: NOTHING,
  enable_global_write_forwarding: NOTHING,
  enable_local_write_forwarding: NOTHING,
  backup_retention_period: NOTHING,
  preferred_backup_window: NOTHING,
  backtrack_window: NOTHING,
  iam_roles: NOTHING,
  ...ofBoth(),
};

/**
 * What a change of an attribute of `aws_rds_cluster_instance` does.
 *
 * @source as above: class, certificate and identifier interrupt, each only its own instance
 */
export const rdsClusterInstance: Readonly<Record<string, Impact>> = {
  instance_class: always('reboot', 'asked', 'minutes without this instance'),
  engine_version: engineVersion,
  ca_cert_identifier: dbInstance['ca_cert_identifier']!,
  db_parameter_group_name: STATIC_PARAMETERS,
  promotion_tier: always('online', 'now', 'another order in which readers take over'),
  publicly_accessible: NOTHING,
  auto_minor_version_upgrade: NOTHING,
  monitoring_role_arn: NOTHING,
  force_destroy: NOTHING,
  preferred_backup_window: NOTHING,
  preferred_maintenance_window: always('online', 'now', 'what waits happens in the new window'),
  ...ofBoth(),
};

/** Of a whole global database nothing waits for a window (unverified: general knowledge). */
export const globalCluster: Readonly<Record<string, Impact>> = {
  engine_version: (edit, change) => ({ ...engineVersion(edit, change), moment: 'now' }),
  deletion_protection: NOTHING,
  force_destroy: NOTHING,
  tags: NOTHING,
  tags_all: NOTHING,
};

function ofBoth(): Readonly<Record<string, Impact>> {
  const same = [
    'allow_major_version_upgrade',
    'apply_immediately',
    'copy_tags_to_snapshot',
    'database_insights_mode',
    'delete_automated_backups',
    'deletion_protection',
    'enabled_cloudwatch_logs_exports',
    'engine_lifecycle_support',
    'final_snapshot_identifier',
    'master_user_secret_kms_key_id',
    'monitoring_interval',
    'performance_insights_enabled',
    'performance_insights_kms_key_id',
    'performance_insights_retention_period',
    'skip_final_snapshot',
    'tags',
    'tags_all',
    'timeouts',
    'vpc_security_group_ids',
  ];
  return Object.fromEntries(same.map((attribute) => [attribute, dbInstance[attribute]!]));
}
