import type { SpecPath } from '../compiler/spec-path.ts';
import { isLess } from './arrow.ts';
import type { LeafChange } from './leaf-changes.ts';
import { SHRINKS } from './phrase.ts';

/** Why somebody should look twice at another value, if there is a reason. */
export function dangerOf({ path, before, after, group }: LeafChange): string | undefined {
  if (!before || !after) return isOwner(path) && !group ? 'another owner' : undefined;
  if (isOwner(path)) return 'another owner';
  if (matches(path, ELSEWHERE)) return 'everything is looked for elsewhere';
  if (matches(path, REPLACING)) return 'replaces what holds data';
  if (matches(path, PROTECTING) && before.value === true && after.value === false) return 'less protected';
  if (!matches(path, AMOUNTS)) return undefined;
  return isLess(amount(before.value), amount(after.value)) ? SHRINKS : undefined;
}

function isOwner(path: SpecPath): boolean {
  return /^(?:owner|minOwner)$/.test(path.at(-1) ?? '') && path[0] !== 'policy';
}

/** Patterns of paths, `*` for one name. A test proves that the language has every one of them. */
export const ELSEWHERE = [
  'aws.region',
  'aws.accountId',
  'aws.state.bucket',
  'aws.state.keyPrefix',
  'foundation.cluster',
];

/** What AWS can only change by making a new one, which is empty. */
export const REPLACING = [
  'caches.*.replicationGroupId',
  'caches.*.port',
  'caches.*.kmsKeyId',
  'caches.*.atRestEncryption',
  'caches.*.subnetGroup.name',
  'databases.*.databaseName',
  'databases.*.username',
  'databases.*.storage.kmsKeyId',
  'databases.*.storage.encrypted',
];

export const PROTECTING = [
  'databases.*.deletionProtection',
  'databases.*.finalSnapshot',
  'databases.*.multiAz',
  'databases.*.readReplicas.*.deletionProtection',
  'databases.*.readReplicas.*.multiAz',
  'caches.*.deletionProtection',
  'caches.*.automaticFailover',
  'caches.*.multiAz',
];

/** Less of it is a risk. */
export const AMOUNTS = [
  'workloads.*.resources.requests.cpu',
  'workloads.*.resources.requests.memory',
  'workloads.*.resources.limits.cpu',
  'workloads.*.resources.limits.memory',
  'databases.*.storage.iops',
  'databases.*.storage.throughput',
  'databases.*.backups.retention',
  'databases.*.connectionPooler.replicas',
  'caches.*.shards.min',
  'caches.*.shards.max',
  'caches.*.replicaScaling.min',
  'caches.*.replicaScaling.max',
  'caches.*.snapshots.retention',
  'schedules.*.floors.*',
];

function matches(path: SpecPath, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.split('.');
    return parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index]);
  });
}

function amount(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
