import type { Move } from '../e2e/harness/behind-the-back.ts';

/** Something that people do to an environment, and of which a real plan was recorded: `fixtures/<name>.golden.json`. */
export interface RecordedCase {
  readonly name: string;
  /** Changes of `specs/prod.yaml` that are planned together: of different things, so that they can be told apart. */
  readonly edits: readonly (readonly [from: string, to: string])[];
  /** What happens to the tree after synthesis, where the spec has no word for it. */
  readonly rewrite?: (text: string) => string;
  /** Addresses that the state forgets first, as if they had been made by hand. */
  readonly forgotten?: readonly string[];
  /** Addresses of which the state has a deposed object as well. */
  readonly deposed?: readonly string[];
  /** What autoscalers and people do first, past Terraform; the plan then refreshes. */
  readonly moves?: readonly Move[];
  /** Compiled with the ledger of the environment, which `retired` needs. */
  readonly hasLedger?: boolean;
}

/** What the compiler writes to keep data; a plan that breaks it fails before there is any JSON. */
const unprotected = (text: string): string =>
  text.replaceAll('prevent_destroy = true', 'prevent_destroy = false');

/** @param lines what a line of HCL begins with, and what comes in its place */
const rewriting =
  (...lines: readonly (readonly [pattern: RegExp, by: string])[]) =>
  (text: string): string =>
    lines.reduce((rewritten, [pattern, by]) => rewritten.replace(pattern, by), unprotected(text));

const POSTGRES_CLASS = '    class: db.r6g.2xlarge\n    storage: {allocated: 200GiB, max: 500GiB}';
const REPORTS_CLASS = '    class: db.r6g.large\n    storage: {allocated: 100GiB, max: 200GiB}';
const REPORTS = `  reports:
    engine: postgres
    engineVersion: "16.8"
${REPORTS_CLASS}
    multiAz: false
    securityGroups: [postgres]
    changes: {apply: immediately}
`;
const REPLICA = '    readReplicas:\n      replica-1: {class: db.r6g.2xlarge}\n';
const POSTGRES_VERSION = '  postgres:\n    engine: postgres\n    engineVersion: "16.8"\n';
const REPORTS_VERSION = '  reports:\n    engine: postgres\n    engineVersion: "16.8"\n';
const REDIS = '  redis:\n    engine: redis\n    engineVersion: "7.1"\n    nodeType: cache.r6g.large\n';
const SESSIONS = '  sessions:\n    engine: redis\n    engineVersion: "7.0"\n    nodeType: cache.r6g.large\n';

export const cases: readonly RecordedCase[] = [
  {
    name: 'classes',
    edits: [
      [POSTGRES_CLASS, POSTGRES_CLASS.replace('2xlarge', '4xlarge')],
      ['replica-1: {class: db.r6g.2xlarge}', 'replica-1: {class: db.r6g.4xlarge}'],
      [REPORTS_CLASS, REPORTS_CLASS.replace('r6g.large', 'r6g.xlarge')],
      [REDIS, REDIS.replace('cache.r6g.large', 'cache.r6g.xlarge')],
      [SESSIONS, SESSIONS.replace('cache.r6g.large', 'cache.r6g.xlarge')],
      ['maxReplicas: 12', 'maxReplicas: 20'],
      ['size: {min: 3, max: 10, initial: 3', 'size: {min: 3, max: 14, initial: 3'],
      ['size: {min: 1, max: 4, initial: 2}', 'size: {min: 1, max: 8, initial: 2}'],
    ],
  },
  {
    name: 'minor-versions',
    edits: [
      [POSTGRES_VERSION, POSTGRES_VERSION.replace('16.8', '16.9')],
      [REPORTS_VERSION, REPORTS_VERSION.replace('16.8', '16.9')],
      [SESSIONS, SESSIONS.replace('7.0', '7.1')],
    ],
  },
  {
    name: 'major-version',
    edits: [
      [POSTGRES_VERSION, POSTGRES_VERSION.replace('16.8', '17.4')],
      ['    multiAz: true\n', '    multiAz: true\n    changes: {allowMajorVersionUpgrade: true}\n'],
      [REDIS, REDIS.replace('engine: redis', 'engine: valkey').replace('7.1', '8.0')],
    ],
  },
  {
    name: 'storage',
    edits: [
      [POSTGRES_CLASS, POSTGRES_CLASS.replace('200GiB', '300GiB').replace('500GiB', '1000GiB')],
      [REPORTS_CLASS, REPORTS_CLASS.replace('max: 200GiB}', 'max: 200GiB, type: io2, iops: 3000}')],
      ['shards: {initial: 2}', 'shards: {initial: 4}'],
    ],
  },
  {
    name: 'availability',
    edits: [
      ['    multiAz: true\n', '    multiAz: false\n'],
      ['    multiAz: false\n    securityGroups', '    multiAz: true\n    securityGroups'],
      ['shards: {initial: 2}\n    replicasPerShard: 1', 'shards: {initial: 2}\n    replicasPerShard: 2'],
      [
        'clusterMode: disabled\n    replicasPerShard: 1',
        'clusterMode: disabled\n    replicasPerShard: 0\n    automaticFailover: false\n    multiAz: false',
      ],
    ],
  },
  {
    name: 'parameters',
    edits: [
      ['log_min_duration_statement: {value: "500"}', 'log_min_duration_statement: {value: "250"}'],
      [
        'shared_preload_libraries: {value: pg_stat_statements}',
        'shared_preload_libraries: {value: "pg_stat_statements,auto_explain"}',
      ],
      [SESSIONS, `${SESSIONS}    parameters: {maxmemory-policy: allkeys-lru}\n`],
    ],
  },
  {
    name: 'care',
    edits: [
      [
        '    multiAz: true\n',
        '    multiAz: true\n    changes: {maintenanceWindow: "Tue 05:00-06:00"}\n    backups: {retention: 21d}\n    iamAuthentication: false\n',
      ],
      [
        REPORTS_CLASS,
        `${REPORTS_CLASS}\n    backups: {retention: 0d}\n    port: 5433\n    deletionProtection: false`,
      ],
      [REDIS, `${REDIS}    snapshots: {retention: 1d}\n`],
    ],
  },
  {
    name: 'more-replicas',
    edits: [
      [REPLICA, `${REPLICA}      replica-2: {class: db.r6g.2xlarge}\n`],
      ['ami-0123456789abcdef0', 'ami-0fedcba9876543210'],
      [
        'instanceTypes: [m6i.large]\n    size: {min: 1',
        'instanceTypes: [m6i.large, m5.large]\n    size: {min: 1',
      ],
      ['window: "06:00-22:00"', 'window: "07:00-22:00"'],
    ],
  },
  {
    name: 'fewer',
    edits: [
      [REPLICA, ''],
      ['shards: {initial: 2}', 'shards: {initial: 1}'],
      ['size: {min: 3, max: 10, initial: 3', 'size: {min: 3, max: 6, initial: 3'],
      ['maxReplicas: 12', 'maxReplicas: 8'],
    ],
  },
  {
    name: 'replaced-data',
    edits: [],
    rewrite: rewriting(
      [/(resource "aws_db_instance" "postgres" \{[^}]*?\n {2}username +=) "dbadmin"/, '$1 "another"'],
      [/(resource "aws_db_instance" "reports" \{)/, '$1\n  availability_zone = "us-east-1c"'],
      [
        /(resource "aws_elasticache_replication_group" "sessions" \{)/,
        '$1\n  kms_key_id = "arn:aws:kms:us-east-1:123456789012:key/0a"',
      ],
      [/(resource "aws_elasticache_replication_group" "redis" \{[^}]*?\n {2}port +=) 6379/, '$1 6380'],
    ),
  },
  {
    name: 'encryption-and-downgrade',
    edits: [[SESSIONS, SESSIONS.replace('7.0', '6.2')]],
    rewrite: rewriting([
      /storage_encrypted +=.*/g,
      'storage_encrypted = true\n  kms_key_id = "arn:aws:kms:us-east-1:123456789012:key/0a"',
    ]),
  },
  {
    name: 'renamed-with-words',
    edits: [
      [
        REPORTS,
        REPORTS.replace('reports:', 'analytics:\n    previousName: reports\n    identifier: prod-reports'),
      ],
      ['  workers:\n', '  nodes:\n    previousName: workers\n    name: workers\n'],
      ['floors: {autoScalingGroups.workers: 4}', 'floors: {autoScalingGroups.nodes: 4}'],
    ],
  },
  {
    name: 'renamed-without-words',
    edits: [[REPORTS, REPORTS.replace('reports:', 'analytics:')]],
  },
  { name: 'removed-without-words', edits: [[REPORTS, '']] },
  {
    name: 'retired',
    edits: [
      [REPORTS, ''],
      ['schedules:\n', 'retired:\n  databases.reports: {reason: nobody reads it any more}\n\nschedules:\n'],
    ],
    hasLedger: true,
  },
  {
    name: 'other-owner',
    edits: [
      ['size: {min: 1, max: 4, initial: 2}', 'size: {min: 1, max: 4, initial: 2, owner: terraform}'],
      [
        'size: {min: 3, max: 10, initial: 3, owner: cluster-autoscaler}',
        'size: {min: 3, max: 10, initial: 3, owner: terraform}',
      ],
      ['floors: {autoScalingGroups.workers: 4}', 'floors: {workloads.api: 4}'],
    ],
    moves: [{ kind: 'desired-capacity', group: 'workers', desired: 7 }],
  },
  {
    name: 'drift',
    edits: [],
    moves: [
      { kind: 'desired-capacity', group: 'workers', desired: 8 },
      { kind: 'group-size', group: 'workers', min: 5, max: 12 },
      { kind: 'storage', identifier: 'prod-postgres', gibibytes: 260 },
    ],
  },
  {
    name: 'adopted',
    edits: [
      [
        REPORTS_CLASS,
        `${REPORTS_CLASS.replace('r6g.large', 'r6g.xlarge')}\n    adopt: true\n    username: dbadmin\n    credentials: managed`,
      ],
      [SESSIONS, `${SESSIONS}    adopt: true\n`],
    ],
    rewrite: rewriting([
      /(resource "aws_elasticache_replication_group" "sessions" \{)/,
      '$1\n  kms_key_id = "arn:aws:kms:us-east-1:123456789012:key/0a"',
    ]),
    forgotten: [
      'aws_db_instance.reports',
      'aws_db_subnet_group.reports',
      'aws_elasticache_replication_group.sessions',
      'aws_elasticache_subnet_group.sessions',
    ],
  },
  {
    name: 'deposed',
    edits: [],
    deposed: ['aws_db_parameter_group.postgres', 'aws_db_instance.reports'],
  },
  { name: 'tags', edits: [['Platform: blockchain-dapp', 'Platform: another']] },
  { name: 'nothing', edits: [] },
];
