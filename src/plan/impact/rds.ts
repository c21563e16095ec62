import { isUnset } from '../attribute-edits.ts';
import { always, askedMoment, type Impact } from './effect.ts';

const NOTHING = always('online', 'now');

/** AWS moves over to the standby, which already has the new class. */
const classChange: Impact = (_edit, change) => {
  const moment = askedMoment(change);
  return change.after['multi_az'] === true
    ? { interruption: 'failover', moment, note: 'the standby takes over, one or two minutes' }
    : { interruption: 'reboot', moment, note: 'no standby takes over: minutes without the instance' };
};

export const engineVersion: Impact = ({ before, after }, change) => {
  const isMajor = majorOf(change.after['engine'], before) !== majorOf(change.after['engine'], after);
  return {
    interruption: 'reboot',
    moment: askedMoment(change),
    note: isMajor
      ? 'a major version cannot be taken back, and a standby does not help'
      : change.after['multi_az'] === true
        ? 'primary and standby are upgraded together'
        : 'minutes without the instance',
  };
};

const backupRetention: Impact = ({ before, after }, change) =>
  isUnset(before) === isUnset(after)
    ? { interruption: 'online', moment: 'now' }
    : {
        interruption: 'reboot',
        moment: askedMoment(change),
        note: 'between no backups and some lies a reboot',
      };

const storageType: Impact = ({ before, after }, change) => {
  const moment = askedMoment(change);
  return before === 'standard' || after === 'standard'
    ? { interruption: 'reboot', moment, note: 'from or to magnetic storage begins with a short outage' }
    : { interruption: 'online', moment, note: 'slower until the storage is optimised' };
};

const multiAz: Impact = ({ after }, change) => ({
  interruption: 'online',
  moment: askedMoment(change),
  note: after === true ? 'slower while the standby is copied' : 'afterwards nothing takes over when it fails',
});

const allocatedStorage: Impact = ({ before, after }, change) => ({
  interruption: 'online',
  moment: askedMoment(change),
  note:
    typeof before === 'number' && typeof after === 'number' && after < before
      ? 'RDS takes no storage away: the apply fails'
      : 'no further change of storage for six hours',
});

/**
 * What a change of an attribute of `aws_db_instance` does.
 *
 * @source Amazon RDS user guide, "Settings for DB instances" (awsdocs/amazon-rds-user-guide@0219b24,
 *   doc_source/Overview.DBInstance.Modifying.md, read 2026-11-27): when the change occurs, and its downtime
 * @source minor and major upgrades of a Multi-AZ instance: AWS docs USER_UpgradeDBInstance.PostgreSQL and
 *   liangruibupt/aws-is-how on RDS PostgreSQL upgrades ("both instances upgrade at the same time", read 2026-11-27)
 * @source class change: AWS re:Post "rds-performance-impact", as the team noted it in 2026-11
 * unverified: dedicated_log_volume (general knowledge: asks for a reboot)
 */
export const dbInstance: Readonly<Record<string, Impact>> = {
  instance_class: classChange,
  engine_version: engineVersion,
  allocated_storage: allocatedStorage,
  storage_type: storageType,
  iops: always('online', 'asked'),
  storage_throughput: always('online', 'asked'),
  max_allocated_storage: NOTHING,
  multi_az: multiAz,
  backup_retention_period: backupRetention,
  backup_window: NOTHING,
  maintenance_window: always('online', 'now', 'what waits happens in the new window'),
  auto_minor_version_upgrade: NOTHING,
  copy_tags_to_snapshot: NOTHING,
  deletion_protection: NOTHING,
  delete_automated_backups: NOTHING,
  skip_final_snapshot: NOTHING,
  final_snapshot_identifier: NOTHING,
  allow_major_version_upgrade: NOTHING,
  apply_immediately: always('online', 'now', 'immediate changes also release what waits for the window'),
  // What it does to the other attributes is told in blue-green.ts.
  blue_green_update: NOTHING,
  timeouts: NOTHING,
  tags: NOTHING,
  tags_all: NOTHING,
  port: always('reboot', 'now', 'RDS reboots at once, whatever apply_immediately says'),
  identifier: always('reboot', 'asked', 'the endpoint gets another name'),
  db_subnet_group_name: always('reboot', 'asked'),
  network_type: always('reboot', 'asked'),
  ca_cert_identifier: always('reboot', 'asked', 'newer engines change the certificate without a restart'),
  parameter_group_name: always(
    'reboot',
    'next-reboot',
    'values of another group wait until somebody reboots',
  ),
  option_group_name: always('online', 'asked'),
  iam_database_authentication_enabled: always('online', 'asked'),
  publicly_accessible: NOTHING,
  vpc_security_group_ids: NOTHING,
  password: always('online', 'now', 'the old password stops to work'),
  password_wo_version: always('online', 'now', 'the old password stops to work'),
  manage_master_user_password: always('online', 'now', 'the password is rotated at once'),
  master_user_secret_kms_key_id: NOTHING,
  enabled_cloudwatch_logs_exports: NOTHING,
  monitoring_interval: NOTHING,
  monitoring_role_arn: NOTHING,
  performance_insights_enabled: NOTHING,
  performance_insights_kms_key_id: NOTHING,
  performance_insights_retention_period: NOTHING,
  database_insights_mode: NOTHING,
  engine_lifecycle_support: NOTHING,
  dedicated_log_volume: always('reboot', 'next-reboot'),
  domain: always('reboot', 'asked'),
  domain_iam_role_name: always('reboot', 'asked'),
  license_model: always('reboot', 'asked'),
  replicate_source_db: (edit) =>
    isUnset(edit.after) && !edit.isUnknown
      ? { interruption: 'reboot', moment: 'now', note: 'the replica becomes a database of its own, for ever' }
      : { interruption: 'online', moment: 'now' },
};

/** `16` of `16.8`, of Aurora as well; `8.0` of `8.0.36`. */
function majorOf(engine: unknown, version: unknown): string {
  const parts = String(version).split('.');
  return parts.slice(0, /postgres/.test(String(engine)) ? 1 : 2).join('.');
}
