import type { SpecPath } from '../../compiler/spec-path.ts';

/**
 * What can be typed instead of the full key, by kind. In an incident nobody remembers which section a number
 * stands in. A test proves that every word leads to a key of the language.
 */
export const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'workloads.*': {
    min: 'autoscaling.minReplicas',
    max: 'autoscaling.maxReplicas',
    minReplicas: 'autoscaling.minReplicas',
    maxReplicas: 'autoscaling.maxReplicas',
    pods: 'replicas',
    cpu: 'resources.requests.cpu',
    memory: 'resources.requests.memory',
    cpuLimit: 'resources.limits.cpu',
    memoryLimit: 'resources.limits.memory',
    cpuTarget: 'autoscaling.metrics.cpu.averageUtilization',
    memoryTarget: 'autoscaling.metrics.memory.averageUtilization',
    poolSize: 'database.poolSize',
  },
  'nodeGroups.*': nodes('launchTemplate.volume.size'),
  'autoScalingGroups.*': nodes('volume.size'),
  'databases.*': {
    storage: 'storage.allocated',
    max: 'storage.max',
    maxStorage: 'storage.max',
    iops: 'storage.iops',
    throughput: 'storage.throughput',
  },
  'databases.*.readReplicas.*': { max: 'maxStorage', zone: 'availabilityZone' },
  'caches.*': {
    class: 'nodeType',
    type: 'nodeType',
    shards: 'shards.initial',
    minShards: 'shards.min',
    maxShards: 'shards.max',
    replicas: 'replicasPerShard',
    minReplicas: 'replicaScaling.min',
    maxReplicas: 'replicaScaling.max',
  },
};

function nodes(disk: string): Readonly<Record<string, string>> {
  return {
    min: 'size.min',
    max: 'size.max',
    initial: 'size.initial',
    desired: 'size.initial',
    types: 'instanceTypes',
    disk,
  };
}

/** What a bare number counts, by the end of its path; quantities bring their unit along. */
const UNITS: readonly (readonly [end: string, unit: string])[] = [
  ['minReplicas', 'pods'],
  ['maxReplicas', 'pods'],
  ['workloads.*.replicas', 'pods'],
  ['size.min', 'nodes'],
  ['size.max', 'nodes'],
  ['size.initial', 'nodes'],
  ['shards.initial', 'shards'],
  ['shards.min', 'shards'],
  ['shards.max', 'shards'],
  ['replicasPerShard', 'replicas of each shard'],
  ['replicaScaling.min', 'replicas of each shard'],
  ['replicaScaling.max', 'replicas of each shard'],
  ['database.poolSize', 'connections of each pod'],
  ['iops', 'operations a second'],
  ['throughput', 'MiB a second'],
];

/** @param pattern with `*` for the names that people give */
export function unitOf(pattern: SpecPath): string | undefined {
  const text = pattern.join('.');
  return UNITS.find(([end]) => text === end || text.endsWith(`.${end}`))?.[1];
}
