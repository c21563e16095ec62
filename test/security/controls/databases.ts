import { type Control, controlsOf, on } from '../control.ts';
import { blocks } from '../tree.ts';
import { engineOf, isReplica, isSet, parametersOf } from './database.ts';

/** What holds for every database. */
export const databaseControls: readonly Control[] = controlsOf('aws_db_instance', [
  [['CKV_AWS_16', 'AWS-0080', 'RDS.3'], 'storage is encrypted', isSet('storage_encrypted'), on],
  [
    ['CKV_AWS_17', 'AWS-0180', 'RDS.2'],
    'no public address',
    ({ body }) => body['publicly_accessible'] === false,
    on,
  ],
  [
    ['RDS.18'],
    'in a VPC, with security groups',
    (resource) =>
      blocks(resource.body, 'vpc_security_group_ids').length > 0 &&
      (isReplica(resource) || resource.body['db_subnet_group_name'] !== undefined),
    on,
  ],
  [
    ['CKV_AWS_161', 'AWS-0176', 'RDS.10'],
    'IAM authentication',
    isSet('iam_database_authentication_enabled'),
    on,
  ],
  [
    ['RDS.25'],
    'the administrator has a name of our own',
    ({ body }) => !['admin', 'postgres'].includes(String(body['username'])),
    on,
  ],
  [
    ['CKV_AWS_211'],
    'a certificate authority that lives',
    // Without the argument it is that of the account, which AWS keeps current.
    ({ body }) => body['ca_cert_identifier'] === undefined || /-g1$/.test(String(body['ca_cert_identifier'])),
    on,
  ],
  [['CKV2_AWS_60', 'RDS.17'], 'snapshots carry the tags', isSet('copy_tags_to_snapshot'), on],
  [
    ['CKV_AWS_129', 'RDS.9', 'RDS.36', 'RDS.42'],
    'logs go to CloudWatch',
    ({ body }) => blocks(body, 'enabled_cloudwatch_logs_exports').length > 0,
    on,
  ],
  [['CKV_AWS_353', 'AWS-0133'], 'Performance Insights', isSet('performance_insights_enabled'), on],
  [
    ['CKV_AWS_133', 'AWS-0077', 'RDS.11'],
    'backups are kept for seven days or more',
    // The backups of a replica are its primary's.
    (resource) => isReplica(resource) || Number(resource.body['backup_retention_period']) >= 7,
    on,
  ],
  [
    ['CKV_AWS_250', 'CKV_AWS_388'],
    'no version whose log_fdw reads files of the host',
    (resource, tree) => {
      const [engine, version] = engineOf(resource, tree);
      return engine !== 'postgres' || Number.parseInt(version, 10) >= 14;
    },
    on,
  ],
  [
    ['RDS.44'],
    'MariaDB takes connections with TLS only',
    (resource, tree) => {
      const [engine, version] = engineOf(resource, tree);
      const value = parametersOf(resource, tree)?.get('require_secure_transport');
      return (
        engine !== 'mariadb' || (value === undefined ? Number(version.slice(0, 4)) >= 11.8 : value === '1')
      );
    },
    on,
  ],
]);
