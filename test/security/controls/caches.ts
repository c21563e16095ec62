import { asked, type Control, controlsOf, on, waived } from '../control.ts';
import { isTrue } from '../tree.ts';

export const cacheControls: readonly Control[] = controlsOf('aws_elasticache_replication_group', [
  [
    ['CKV_AWS_29', 'AWS-0045', 'ElastiCache.4'],
    'encrypted at rest',
    ({ body }) => isTrue(body['at_rest_encryption_enabled']),
    on,
  ],
  [
    ['CKV_AWS_30', 'AWS-0051', 'ElastiCache.5'],
    'encrypted connections, and no others',
    ({ body }) =>
      body['transit_encryption_enabled'] === true && body['transit_encryption_mode'] !== 'preferred',
    on,
  ],
  [['ElastiCache.2'], 'patches by themselves', ({ body }) => isTrue(body['auto_minor_version_upgrade']), on],
  [
    ['AWS-0050', 'ElastiCache.1'],
    'daily snapshots',
    ({ body }) => Number(body['snapshot_retention_limit']) >= 1,
    on,
  ],
  [
    ['ElastiCache.7'],
    'a subnet group of its own',
    ({ body }) => String(body['subnet_group_name']).startsWith('${aws_elasticache_subnet_group.'),
    on,
  ],
  [
    ['ElastiCache.6'],
    'before Redis 6 a password',
    ({ body }) => Number.parseInt(String(body['engine_version']), 10) >= 6,
    on,
  ],
  [
    ['CKV2_AWS_50', 'ElastiCache.3'],
    'a replica takes over, from another zone',
    ({ body }) => body['automatic_failover_enabled'] === true && body['multi_az_enabled'] === true,
    waived(
      'in dev a cache that is empty for some minutes costs less than a replica',
      'elastiform',
      'dev',
      (_, tier) => tier === 'dev',
    ),
  ],
  [
    ['CKV_AWS_191'],
    "a customer's key",
    ({ body }) => body['kms_key_id'] !== undefined,
    asked('caches.*.kmsKeyId', 'the key exists already; cache/no-customer-key asks for it in prod'),
  ],
  [
    ['CKV_AWS_31'],
    'a password (auth_token)',
    ({ body }) => body['auth_token'] !== undefined,
    waived(
      'a token ends in the Terraform state; caches.*.userGroup is what the language has, and cache/no-authentication asks for it in prod',
      'elastiform',
    ),
  ],
]);
