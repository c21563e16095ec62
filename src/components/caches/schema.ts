import { always, byTier, defaulted, derived, optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import {
  choice,
  flag,
  integer,
  list,
  map,
  quantity,
  reference,
  section,
  text,
} from '../../compiler/language/fields.ts';
import { itemFields } from '../../compiler/language/item-fields.ts';
import type { Scope } from '../../compiler/language/scope.ts';
import { subnetGroupOwner } from '../../compiler/language/subnet-group-owner.ts';
import { ENGINES } from './engine.ts';
import { changes, logs, snapshots } from './operation-fields.ts';
import { replicaScaling, shards } from './scaling-fields.ts';

/** Also the length and pattern of the provider; AWS keeps the text in lower case. */
const HYPHENATED = '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$';
const HYPHENATED_MEANING = 'a lower case letter, then lower case letters, digits and single hyphens';

const cacheFields = {
  replicationGroupId: derived(
    text({
      description:
        'Id of the replication group in AWS, at most 40 characters. Changing it replaces the cache, and its data is lost.',
      example: 'prod-redis-cluster',
      pattern: HYPHENATED,
      patternMeaning: HYPHENATED_MEANING,
      maxLength: 40,
    }),
    '<environment>-<key>',
    ({ environment, keys }) => `${environment}-${keys[0]}`,
  ),
  description: derived(
    text({
      description: 'What the cache is for; AWS shows it in the console.',
      example: 'prod session and query cache',
      maxLength: 255,
    }),
    '<environment> cache <key>',
    ({ environment, keys }) => `${environment} cache ${keys[0]}`,
  ),
  engine: defaulted(
    choice(ENGINES, {
      description:
        'Engine of the cache. From redis to valkey is a change in place; the way back replaces the cache.',
    }),
    'redis',
    'the guide runs Redis, and only redis can be changed to the other in place; valkey costs 20 % less (price list of 2026-10-02)',
  ),
  engineVersion: derived(
    text({
      description:
        'Version of the engine, in quotes: three numbers up to Redis 5, two from Redis 6 on and for Valkey. A lower one replaces the cache.',
      example: '7.1',
      examples: ['8.0', '6.x', '5.0.6'],
      pattern: '^[1-9]\\.(?:x|[0-9]{1,2})(?:\\.[0-9]{1,3})?$',
      patternMeaning: 'a version such as "7.1"',
    }),
    '7.1 for redis, 8.0 for valkey',
    (scope) => (scope.get('engine') === 'valkey' ? '8.0' : '7.1'),
  ),
  nodeType: text({
    description:
      'Node type of every node. Changed in place: online where there are replicas, with one failover for each shard.',
    example: 'cache.r6g.xlarge',
    pattern: '^cache\\.[a-z][a-z0-9]{1,7}\\.[a-z0-9]{1,12}$',
    patternMeaning: 'a node type such as "cache.r6g.xlarge"',
  }),
  clusterMode: derived(
    choice(['enabled', 'compatible', 'disabled'], {
      description:
        'Whether the keys are spread over shards. The only way between two modes is disabled, compatible, enabled, one apply for each step; there is no way back.',
    }),
    'enabled where there are shards, otherwise disabled',
    (scope) => (scope.get('shards.initial') === undefined ? 'disabled' : 'enabled'),
  ),
  shards: optional(shards, 'one shard'),
  replicasPerShard: byTier(
    integer({
      description: 'Replicas of every shard beside its primary; with cluster mode off there is one shard.',
      example: 1,
      minimum: 0,
      maximum: 5,
    }),
    { dev: 0, staging: 1, prod: 1 },
    'a shard without a replica loses its keys with its node; dev keeps the cost low',
  ),
  replicaScaling: optional(replicaScaling, 'Terraform owns the number of replicas'),
  datasetSize: optional(
    quantity('memory', {
      description:
        'Most that the cache is to hold, once and not for each replica: keys, values, and what the engine needs for them (BytesUsedForCache of all primaries at the busiest hour). It is proved to fit into the memory of the shards; nothing in AWS is made from it.',
      example: '60Gi',
      examples: ['800Mi'],
    }),
    'whether the data fits is not proved',
  ),
  automaticFailover: derived(
    flag({
      description: 'A replica takes over when its primary fails. Cluster mode has it always.',
      example: true,
    }),
    'true in cluster mode, and outside dev where there are replicas',
    (scope) => scope.get('clusterMode') !== 'disabled' || hasReplicasToSpread(scope),
  ),
  multiAz: derived(
    flag({
      description: 'Primary and replicas of a shard stand in different zones. Needs automatic failover.',
      example: true,
    }),
    'true outside dev where there are replicas',
    hasReplicasToSpread,
  ),
  port: defaulted(
    integer({
      description: 'TCP port. Changing it replaces the cache, and its data is lost.',
      example: 6379,
      minimum: 1,
      maximum: 65_535,
    }),
    6379,
    'the port of Redis',
  ),
  parameters: always(
    map(text({ description: 'Value of the parameter, in quotes.', example: 'noeviction', maxLength: 256 }), {
      description:
        'Parameters of the engine that differ from their defaults. They go into a parameter group of this cache; without any, the default group of the family is used.',
      example: { 'maxmemory-policy': 'noeviction' },
      keyPattern: '^[a-z][a-z0-9-]*$',
      keyMeaning: 'the name of a parameter, such as "maxmemory-policy"',
      maxKeyLength: 64,
    }),
  ),
  parameterGroupName: optional(
    text({
      description:
        'Name of the parameter group. With parameters it is the group that is made for them; without, a group that exists and is only referred to.',
      example: 'prod-redis-cluster-redis7',
      pattern: '^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$',
      patternMeaning: 'lower case letters and digits, joined by single hyphens or dots',
      maxLength: 255,
    }),
    'with parameters <replicationGroupId>-<family>, without the default group of the family',
  ),
  subnetGroup: always(
    section(
      {
        name: derived(
          text({
            description: 'Name of the subnet group. Changing it replaces the cache, and its data is lost.',
            example: 'prod-redis',
            pattern: HYPHENATED,
            patternMeaning: HYPHENATED_MEANING,
            maxLength: 255,
          }),
          '<environment>-<key>',
          ({ environment, keys }) => `${environment}-${keys[0]}`,
        ),
        managedBy: subnetGroupOwner,
      },
      {
        description: 'The subnet group of this cache, over foundation.subnets.',
        example: { name: 'prod-redis' },
      },
    ),
  ),
  securityGroups: derived(
    list(
      reference(['foundation', 'securityGroups'], {
        description: 'A security group, by its name in foundation.securityGroups.',
        example: 'redis',
      }),
      { description: 'Who may reach the port.', example: ['redis'], minItems: 1, maxItems: 5 },
    ),
    '[<key>]',
    ({ keys }) => [keys[0] ?? ''],
  ),
  atRestEncryption: defaulted(
    flag({
      description:
        'Encrypt what is written to disk: backups, swap, synchronisation. Can only be chosen when the cache is made; false is for one that was made without it and is adopted.',
      example: true,
    }),
    true,
    'no reason to go without (AWS-0045, CKV_AWS_29)',
  ),
  kmsKeyId: optional(
    text({
      description:
        'ARN of the KMS key for encryption at rest. Changing it replaces the cache, and its data is lost.',
      example: 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      // An alias would replace the cache at every plan, for AWS answers with the key (terraform-provider-aws #25713).
      pattern: '^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$',
      patternMeaning: 'the ARN of a KMS key, not of an alias',
    }),
    'the key that AWS keeps for ElastiCache',
  ),
  transitEncryption: defaulted(
    choice(['required', 'preferred', 'disabled'], {
      description:
        'TLS between clients and cache: required; preferred (plain connections too, the step in between when an existing cache is changed); or disabled.',
    }),
    'required',
    'what a cache holds is often a session (CKV_AWS_30, AWS-0051)',
  ),
  userGroup: optional(
    text({
      description:
        'Id of an ElastiCache user group that exists: who may do what. There is no key for a password, which would end in the state.',
      example: 'prod-redis-app',
      pattern: HYPHENATED,
      patternMeaning: HYPHENATED_MEANING,
      maxLength: 40,
    }),
    'everybody who reaches the port may read and write',
  ),
  snapshots,
  changes,
  autoMinorVersionUpgrade: defaulted(
    flag({ description: 'New patches are installed in the maintenance window.', example: true }),
    true,
    'patches close security holes (ElastiCache.2)',
  ),
  logs,
  notificationTopicArn: optional(
    text({
      description: 'ARN of the SNS topic for events such as a failover.',
      example: 'arn:aws:sns:us-east-1:123456789012:oncall',
      pattern: '^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$',
      patternMeaning: 'the ARN of an SNS topic',
      maxLength: 400,
    }),
    'events are only in the console',
  ),
  deletionProtection: byTier(
    flag({
      description:
        'Terraform refuses every plan that would delete or replace the cache (prevent_destroy). ElastiCache itself has no such switch. An adopted cache always has it.',
      example: true,
    }),
    { dev: false, staging: true, prod: true },
    'a replaced cache is an empty cache',
  ),
  ...itemFields,
};

function hasReplicasToSpread(scope: Scope): boolean {
  return scope.tier !== 'dev' && Number(scope.get('replicasPerShard')) > 0;
}

const cache = section(cacheFields, {
  description:
    'A Redis or Valkey replication group with its subnet group and, where there are parameters, its parameter group.',
  example: { nodeType: 'cache.r6g.xlarge', shards: { initial: 4, owner: 'terraform' }, replicasPerShard: 1 },
});

export const cachesField = map(cache, {
  description:
    'Redis and Valkey caches on ElastiCache: node type, shards, replicas, and who may change them.',
  example: {
    redis: { nodeType: 'cache.r6g.xlarge', shards: { initial: 4, owner: 'terraform' }, replicasPerShard: 1 },
  },
});

export type Cache = ModelOf<typeof cache>;
export type Caches = ReadonlyMap<string, Cache>;
