import type { AlarmKind, MissingData, SpecChange } from './kind.ts';

const DATABASE = ['databases.<key>', 'databases.<key>.readReplicas.<key>'];
const RDS_METRICS = 'RDS user guide, "Amazon CloudWatch metrics for Amazon RDS" (read 2026-11-25)';

const STOPPED: MissingData = {
  treat: 'missing',
  why: 'a database reports every minute while it runs; without data it is stopped or being made, and "insufficient data" says so',
};

const LARGER_CLASS: SpecChange = {
  key: '<item>.class',
  effect: 'a larger instance',
  takes:
    '10 to 30 minutes, most of them in the background; with changes.apply maintenance-window it waits for the window',
  downtime: '60 to 120 seconds of failover with multiAz, some minutes without',
};

const MORE_REPLICAS: SpecChange = {
  key: '<database>.readReplicas',
  effect: 'a further replica takes reads, where the application sends them there',
  takes: '15 minutes to hours, by the size of the data',
  downtime: 'none',
};

const SMALLER_AGAIN =
  'Write the old class back. It is the same interruption once more, so wait for the window; storage does not come back, RDS never shrinks a disk.';

const metricOf = (metric: string, statistic: string) =>
  `aws cloudwatch get-metric-statistics --namespace AWS/RDS --metric-name ${metric} --dimensions Name=DBInstanceIdentifier,Value=<identifier> --start-time "$(date -u -d '-3 hours' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" --period 300 --statistics ${statistic}`;

export const databaseKinds = {
  'database-cpu': {
    title: 'CPU of a database',
    watches: DATABASE,
    metric: 'AWS/RDS CPUUtilization, average',
    threshold: 'cpu',
    missing: STOPPED,
    meaning:
      'The instance computes most of the time. Response times rise long before 100 %, and a failover or a vacuum has no room left.',
    hint: 'Look for the most expensive queries first; then send reads to a replica; then take a larger class.',
    look: [
      metricOf('CPUUtilization', 'Average'),
      'aws pi get-resource-metrics --service-type RDS --identifier <DbiResourceId> --metric-queries \'[{"Metric":"db.load.avg","GroupBy":{"Group":"db.sql","Limit":5}}]\' --start-time <from> --end-time <to> --period-in-seconds 300',
      'SELECT calls, mean_exec_time, query FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT 10;',
    ],
    steps: [
      'Optimize: find the queries that cost most (Performance Insights, pg_stat_statements), add an index, stop a runaway query.',
      'Cache: let what is read often and changes seldom come from the cache.',
      'Horizontal: add a read replica and send reads to it.',
      'Vertical: take the next class of the same family.',
    ],
    changes: [MORE_REPLICAS, LARGER_CLASS],
    scale: 'databases.postgres class=db.r6g.4xlarge',
    rollback: SMALLER_AGAIN,
    source: RDS_METRICS,
  },
  'database-memory': {
    title: 'Memory of a database',
    watches: DATABASE,
    metric: 'AWS/RDS FreeableMemory, minimum, against the memory of the class',
    threshold: 'memory',
    missing: STOPPED,
    meaning:
      'Little memory can be freed. The cache of the engine no longer holds what is read often, reads go to the disk, and in the end the kernel stops the engine.',
    hint: 'Look for many connections or large sorts first; then take a class with more memory.',
    look: [
      metricOf('FreeableMemory', 'Minimum'),
      'SELECT count(*), state FROM pg_stat_activity GROUP BY state;',
      'SELECT sum(blks_hit) * 100 / nullif(sum(blks_hit) + sum(blks_read), 0) AS hit_percent FROM pg_stat_database;',
    ],
    steps: [
      'Optimize: fewer connections (each takes some MB), smaller work_mem, no query that sorts a whole table.',
      'Horizontal: send reports and other large reads to a replica.',
      'Vertical: take a class with more memory; r has 8 GiB for each vCPU, m has 4.',
    ],
    changes: [LARGER_CLASS, MORE_REPLICAS],
    scale: 'databases.postgres class=db.r6g.4xlarge',
    rollback: SMALLER_AGAIN,
    source: RDS_METRICS,
  },
  'database-connections': {
    title: 'Connections of a database',
    watches: DATABASE,
    metric: 'AWS/RDS DatabaseConnections, maximum, against max_connections',
    threshold: 'databaseConnections',
    missing: STOPPED,
    meaning:
      'Most of the connections are taken. When all are, new pods cannot connect, and neither can the person who wants to repair it.',
    hint: 'Look for idle connections first; then put a pooler in front; a larger class allows more.',
    look: [
      metricOf('DatabaseConnections', 'Maximum'),
      'SELECT usename, application_name, state, count(*) FROM pg_stat_activity GROUP BY 1, 2, 3 ORDER BY 4 DESC;',
      'SHOW max_connections;',
    ],
    steps: [
      'Optimize: end idle connections, shorten the idle time of the pools, find the workload that leaks.',
      'Count: pods × poolSize must fit, also while two versions run side by side in a rollout.',
      'Pool: let the pods share connections (PgBouncer in transaction mode).',
      'Horizontal: send reads to a replica, which has connections of its own.',
      'Vertical: a larger class computes a larger max_connections.',
    ],
    changes: [
      {
        key: 'workloads.<key>.database.poolSize',
        effect: 'each pod holds fewer connections',
        takes: 'a rollout of the workload',
        downtime: 'none',
      },
      MORE_REPLICAS,
      LARGER_CLASS,
      {
        key: '<database>.parameters.max_connections',
        effect: 'more connections in the same memory: each takes some MB from the cache of the engine',
        takes: 'until somebody reboots the instance, for the parameter is static',
        downtime: 'the reboot',
      },
    ],
    scale: 'workloads.blockchain-backend poolSize=25',
    rollback: 'Write the old pool size back; the pods take it over in a rollout.',
    source: 'RDS user guide, "Quotas and constraints": max_connections (read 2026-10)',
  },
  'database-storage': {
    title: 'Disk of a database',
    watches: ['databases.<key>'],
    metric: 'AWS/RDS FreeStorageSpace, minimum',
    threshold: 'storage',
    missing: STOPPED,
    meaning:
      'The disk is nearly full. A full disk stops the database (storage-full). Where RDS grows the disk itself it should have done so: it has reached storage.max, or has grown it within the last six hours.',
    hint: 'Look for what grows (logs, bloat, replication slots) first; then raise the bounds of the disk.',
    look: [
      metricOf('FreeStorageSpace', 'Minimum'),
      "aws rds describe-db-instances --db-instance-identifier <identifier> --query 'DBInstances[0].[AllocatedStorage,MaxAllocatedStorage,DBInstanceStatus]'",
      'SELECT slot_name, active, pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)) FROM pg_replication_slots;',
    ],
    steps: [
      'Optimize: drop replication slots that nobody reads, old partitions, unused indexes; vacuum what is bloated.',
      'Vertical: raise storage.max where RDS grows the disk, storage.allocated where Terraform does.',
    ],
    changes: [
      {
        key: '<item>.storage.max',
        effect: 'RDS may grow the disk further (owner rds-autoscaling)',
        takes: 'at once; the growth follows within minutes',
        downtime: 'none',
      },
      {
        key: '<item>.storage.allocated',
        effect: 'a larger disk (owner terraform)',
        takes: 'minutes; then no further change for six hours or until the disk is optimized',
        downtime: 'none; reads and writes are slower meanwhile',
      },
    ],
    scale: 'databases.postgres max=1000GiB',
    rollback: 'None: RDS never shrinks a disk. storage.max may be lowered to what the disk has now.',
    source:
      'RDS user guide, "Managing capacity automatically with Amazon RDS storage autoscaling" (read 2026-11-25)',
  },
  'database-credits': {
    title: 'CPU credits of a burstable database',
    watches: DATABASE,
    metric: 'AWS/RDS CPUCreditBalance, minimum, against what the class can save up',
    threshold: 'cpuCredits',
    missing: STOPPED,
    meaning:
      'The instance has used more than its share of a CPU for hours. When the balance is empty it falls to its baseline, or, as is the default for t3 and t4g on RDS, every further hour is billed.',
    hint: 'Steady load does not fit a burstable class: look for the cause, then take a class of the m or r families.',
    look: [metricOf('CPUCreditBalance', 'Minimum'), metricOf('CPUSurplusCreditsCharged', 'Sum')],
    steps: [
      'Optimize: move batch work to hours in which credits are earned.',
      'Vertical: take a class that is not burstable.',
    ],
    changes: [LARGER_CLASS],
    scale: 'databases.postgres class=db.m6g.large',
    rollback: SMALLER_AGAIN,
    source:
      'EC2 user guide, "CPU credits and baseline utilization", table of t3 and t4g (general knowledge, to be compared)',
  },
  'replica-lag': {
    title: 'Lag of a read replica',
    watches: ['databases.<key>.readReplicas.<key>'],
    metric: 'AWS/RDS ReplicaLag, average, in seconds',
    threshold: 'replicaLag',
    missing: {
      treat: 'breaching',
      why: 'a replica that reports nothing replicates nothing, and its readers see the past',
    },
    meaning:
      'The replica is behind its primary, so that its readers see old data. A PostgreSQL replica of an idle primary reports up to five minutes though nothing is late.',
    hint: 'Look for a long query on the replica or a burst of writes first; then give the replica the class of its primary.',
    look: [
      metricOf('ReplicaLag', 'Average'),
      'SELECT now() - pg_last_xact_replay_timestamp() AS lag;',
      "SELECT pid, now() - query_start AS age, query FROM pg_stat_activity WHERE state = 'active' ORDER BY age DESC LIMIT 5;",
    ],
    steps: [
      'Optimize: end the query on the replica that holds up replay, split large writes.',
      'Vertical: a replica needs the class of its primary to keep up with it.',
      'Horizontal: spread the readers over one more replica.',
    ],
    changes: [LARGER_CLASS, MORE_REPLICAS],
    scale: 'databases.postgres.readReplicas.replica-1 class=db.r6g.4xlarge',
    rollback: SMALLER_AGAIN,
    source: 'RDS user guide, "Monitoring read replication" (general knowledge, to be compared)',
  },
} as const satisfies Record<string, AlarmKind>;
