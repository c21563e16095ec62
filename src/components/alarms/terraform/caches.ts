import { addressName } from '../../../terraform/engine/address.ts';
import { expression, numberExpression } from '../../../terraform/engine/expression.ts';
import type { Model } from '../../registry.ts';
import { CACHE_CONNECTIONS, hasDataTiering, sharedVcpu } from '../facts.ts';
import { thresholdCode, thresholdValue } from './thresholds.ts';
import { type AlarmWriter, FILE, type Metric } from './writer.ts';

type Cache = Model['caches'] extends ReadonlyMap<string, infer C> ? C : never;

/**
 * ElastiCache measures every node by itself, so each alarm is made for each node. Terraform counts them from the
 * replication group, also where Application Auto Scaling has added some.
 */
export function cacheAlarms({ caches }: Model, writer: AlarmWriter): void {
  for (const [key, cache] of caches) {
    nodesLocal(key, cache, writer);
    nodeAlarms(key, cache, writer);
  }
}

function nodesLocal(key: string, { clusterMode }: Cache, { roots }: AlarmWriter): void {
  const group = groupOf(key);
  const code =
    clusterMode === 'enabled'
      ? `toset([for node in setproduct(range(${group}.num_node_groups), range(${group}.replicas_per_node_group + 1)) : format("%04d-%03d", node[0] + 1, node[1] + 1)])`
      : `toset([for node in range(${group}.num_cache_clusters) : format("%03d", node + 1)])`;
  roots.aws.local(
    {
      file: FILE,
      at: ['caches', key],
      name: [key, 'nodes'],
      notes: [
        'The ends of the names of the nodes. Those that are added later get their alarms with the next apply.',
      ],
    },
    expression(code),
  );
}

function nodeAlarms(key: string, cache: Cache, writer: AlarmWriter): void {
  const item = ['caches', key];
  const { alarms } = writer;
  const common = {
    subject: 'cache',
    item,
    keys: [key],
    called: cache.replicationGroupId,
    previousKeys: cache.previousName === undefined ? undefined : [cache.previousName],
    forEach: nodesOf(key),
    evaluation: 'alarm-evaluation',
  } as const;
  const node = (name: string, stat: string) => nodeMetric(key, name, stat);
  const cpu = cpuOf(cache, thresholdCode(alarms, item, 'cpu'));

  writer.add({
    ...common,
    id: 'cache-cpu',
    metric: node(cpu.metric, 'Average'),
    breaches: 'above',
    threshold: numberExpression(cpu.threshold),
    says: `CPU of the engine above ${expression(thresholdCode(alarms, item, 'cpu'))} % of a core, sustained.`,
  });
  writer.add({
    ...common,
    id: 'cache-memory',
    metric: node(memoryMetric(cache), 'Maximum'),
    breaches: 'above',
    threshold: thresholdValue(alarms, item, 'memory'),
    says: `More than ${expression(thresholdCode(alarms, item, 'memory'))} % of the memory in use, sustained.`,
  });
  writer.add({
    ...common,
    id: 'cache-evictions',
    metric: node('Evictions', 'Sum'),
    breaches: 'above',
    threshold: thresholdValue(alarms, item, 'evictions'),
    says: 'Keys are thrown out for lack of memory, sustained.',
  });
  writer.add({
    ...common,
    id: 'cache-connections',
    metric: node('CurrConnections', 'Maximum'),
    breaches: 'above',
    threshold: numberExpression(
      `floor(${CACHE_CONNECTIONS} * ${thresholdCode(alarms, item, 'cacheConnections')} / 100)`,
    ),
    says: `More than ${expression(thresholdCode(alarms, item, 'cacheConnections'))} % of 65,000 connections in use, sustained.`,
  });
  if (cache.replicasPerShard === 0 && !cache.replicaScaling) return;
  writer.add({
    ...common,
    id: 'cache-replication-lag',
    metric: node('ReplicationLag', 'Maximum'),
    breaches: 'above',
    threshold: thresholdValue(alarms, item, 'cacheReplicationLag'),
    says: `The replica is more than ${expression(thresholdCode(alarms, item, 'cacheReplicationLag'))} seconds behind, sustained.`,
  });
}

/** Which metric tells the CPU of the engine, and its threshold as code. */
export function cpuOf({ nodeType }: Cache, threshold: string): { metric: string; threshold: string } {
  const vcpu = sharedVcpu(nodeType);
  if (vcpu === undefined) return { metric: 'EngineCPUUtilization', threshold };
  return { metric: 'CPUUtilization', threshold: vcpu === 1 ? threshold : `${threshold} / ${vcpu}` };
}

export function memoryMetric({ nodeType }: Cache): string {
  return hasDataTiering(nodeType) ? 'DatabaseCapacityUsagePercentage' : 'DatabaseMemoryUsagePercentage';
}

/** The set of node suffixes, as code. */
export function nodesOf(key: string): string {
  return `local.${addressName([key, 'nodes'])}`;
}

export function groupOf(key: string): string {
  return `aws_elasticache_replication_group.${addressName([key])}`;
}

function nodeMetric(key: string, name: string, stat: string): Metric {
  const id = `${expression(`${groupOf(key)}.replication_group_id`)}-${expression('each.key')}`;
  return { namespace: 'AWS/ElastiCache', name, dimensions: { CacheClusterId: id }, stat };
}
