import type { AlarmKind, MissingData, SpecChange } from './kind.ts';

const CACHE = ['caches.<key>'];
const SOURCE =
  'ElastiCache user guide, "Metrics for Valkey and Redis OSS" ("calculated at the cache node level") and "Which Metrics Should I Monitor?" (read 2026-11-25)';

const GONE: MissingData = {
  treat: 'missing',
  why: 'every node reports every minute; one without data is being made, replaced or removed by resharding',
};

const MORE_SHARDS: SpecChange = {
  key: '<item>.shards.initial',
  effect: 'the keys are spread over more primaries (cluster mode)',
  takes: 'minutes to hours: keys move online',
  downtime: 'none; more CPU and latency while keys move',
};

const MORE_REPLICAS: SpecChange = {
  key: '<item>.replicasPerShard',
  effect: 'more nodes to read from',
  takes: 'some minutes for each node',
  downtime: 'none',
};

const LARGER_NODES: SpecChange = {
  key: '<item>.nodeType',
  effect: 'more memory and CPU in every node',
  takes: '10 to 30 minutes',
  downtime: 'seconds for each shard (a failover) where there are replicas; connections drop once',
};

const metricOf = (metric: string, statistic: string) =>
  `aws cloudwatch get-metric-statistics --namespace AWS/ElastiCache --metric-name ${metric} --dimensions Name=CacheClusterId,Value=<node> --start-time "$(date -u -d '-3 hours' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" --period 300 --statistics ${statistic}`;

const BACK =
  'Write the old value back. Fewer shards or smaller nodes must still hold the data: look at the memory first.';

export const cacheKinds = {
  'cache-cpu': {
    title: 'CPU of a cache node',
    watches: CACHE,
    metric:
      'AWS/ElastiCache EngineCPUUtilization, average (nodes with one or two vCPU: CPUUtilization by vCPU)',
    threshold: 'cpu',
    missing: GONE,
    meaning:
      'The engine runs on one core, and that core is busy. On small nodes the whole host is measured instead, against the threshold divided by the number of vCPU.',
    hint: 'Look for slow commands and hot keys first; then spread reads over replicas and writes over shards.',
    look: [
      metricOf('EngineCPUUtilization', 'Average'),
      'redis-cli -h <endpoint> --tls slowlog get 10',
      'redis-cli -h <endpoint> --tls --hotkeys',
    ],
    steps: [
      'Optimize: no KEYS, no large values, pipelines instead of single commands.',
      'Horizontal: reads to replicas, writes to more shards.',
      'Vertical: a larger node helps little, for the engine uses one core.',
    ],
    changes: [MORE_SHARDS, MORE_REPLICAS, LARGER_NODES],
    scale: 'caches.redis shards=6',
    rollback: BACK,
    source: SOURCE,
  },
  'cache-memory': {
    title: 'Memory of a cache node',
    watches: CACHE,
    metric:
      'AWS/ElastiCache DatabaseMemoryUsagePercentage, maximum (with data tiering: DatabaseCapacityUsagePercentage)',
    threshold: 'memory',
    missing: GONE,
    meaning:
      'The node is nearly full. Then keys are thrown out, or writes fail where maxmemory-policy is noeviction.',
    hint: 'Look for keys without an expiry first; then add shards or take a node type with more memory.',
    look: [metricOf('DatabaseMemoryUsagePercentage', 'Maximum'), 'redis-cli -h <endpoint> --tls --bigkeys'],
    steps: [
      'Optimize: give keys an expiry, store less in each, delete what nobody reads.',
      'Horizontal: more shards, each with a part of the keys.',
      'Vertical: a node type with more memory.',
    ],
    changes: [MORE_SHARDS, LARGER_NODES],
    scale: 'caches.redis shards=6',
    rollback: BACK,
    source: SOURCE,
  },
  'cache-evictions': {
    title: 'Evictions of a cache node',
    watches: CACHE,
    metric: 'AWS/ElastiCache Evictions, sum over a period',
    threshold: 'evictions',
    missing: GONE,
    meaning:
      'The node throws out keys to make room, again and again. What was thrown out is read from the database next time. A cache that is meant to be full may do so: raise the threshold for it.',
    hint: 'Compare with the hit rate first; then add memory as for cache-memory, or raise evictions for this cache.',
    look: [metricOf('Evictions', 'Sum'), metricOf('CacheHitRate', 'Average')],
    steps: [
      'Look: does the hit rate fall, and does the load of the database rise?',
      'Optimize: shorter expiry for what is seldom read.',
      'Horizontal, then vertical: more shards, then larger nodes.',
    ],
    changes: [
      MORE_SHARDS,
      LARGER_NODES,
      {
        key: 'alarms.items',
        effect: 'a higher threshold, or without: [cache-evictions], for a cache that is meant to be full',
        takes: 'at once',
        downtime: 'none',
      },
    ],
    scale: 'caches.redis type=cache.r6g.2xlarge',
    rollback: BACK,
    source: SOURCE,
  },
  'cache-connections': {
    title: 'Connections of a cache node',
    watches: CACHE,
    metric: 'AWS/ElastiCache CurrConnections, maximum, against the limit of 65,000',
    threshold: 'cacheConnections',
    missing: GONE,
    meaning: 'Clients open connections and keep them. At 65,000 the node refuses every further one.',
    hint: 'Look for a client that connects for each request first; then spread the clients over more nodes.',
    look: [metricOf('CurrConnections', 'Maximum'), 'redis-cli -h <endpoint> --tls client list'],
    steps: [
      'Optimize: one pool for each pod, connections that are used again, a timeout for idle ones.',
      'Horizontal: more replicas and shards to spread the clients over.',
    ],
    changes: [MORE_REPLICAS, MORE_SHARDS],
    scale: 'caches.redis replicas=2',
    rollback: BACK,
    source: SOURCE,
  },
  'cache-replication-lag': {
    title: 'Lag of a cache replica',
    watches: CACHE,
    metric: 'AWS/ElastiCache ReplicationLag, maximum, in seconds',
    threshold: 'cacheReplicationLag',
    missing: {
      treat: 'notBreaching',
      why: 'only replicas report it, and after a failover the alarm of a node may be that of a primary',
    },
    meaning: 'A replica is behind its primary. What it lacks is lost if it must take over now.',
    hint: 'Look for a burst of writes or a backup first; then spread the writes over more shards.',
    look: [metricOf('ReplicationLag', 'Maximum'), 'redis-cli -h <endpoint> --tls info replication'],
    steps: [
      'Optimize: smaller values, no bulk load at peak hours, backups at quiet hours.',
      'Horizontal: more shards, each with fewer writes.',
      'Vertical: a node type with more network bandwidth.',
    ],
    changes: [MORE_SHARDS, LARGER_NODES],
    scale: 'caches.redis shards=6',
    rollback: BACK,
    source: SOURCE,
  },
} as const satisfies Record<string, AlarmKind>;
