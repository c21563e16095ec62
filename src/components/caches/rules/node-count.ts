import { isAtLeast } from '../engine.ts';
import type { Cache } from '../schema.ts';

/** Shards when there are the most of them, and the key of `shards` that says so. */
export function mostShards({ shards }: Cache): { readonly count: number; readonly key: 'initial' | 'max' } {
  return shards?.owner === 'application-auto-scaling' && shards.max !== undefined
    ? { count: shards.max, key: 'max' }
    : { count: shards?.initial ?? 1, key: 'initial' };
}

/** Nodes of one shard when there are the most of them. */
export function mostNodesOfShard({ replicasPerShard, replicaScaling }: Cache): number {
  return 1 + (replicaScaling ? replicaScaling.max : replicasPerShard);
}

/** The nodes that a cache may have at its largest, and where the number comes from. */
export function mostNodes(cache: Cache): {
  readonly nodes: number;
  readonly sum: string;
  readonly path: readonly string[];
} {
  const { count, key } = mostShards(cache);
  const each = mostNodesOfShard(cache);
  return { nodes: count * each, sum: `${count} shards of ${each} nodes`, path: ['shards', key] };
}

/** @source ElastiCache User Guide, "Working with shards": what AWS raises the quota to at most (read 2026-11-25) */
export function nodeLimit(cache: Cache): number {
  return isAtLeast(cache, '5.0.6') ? 500 : 250;
}
