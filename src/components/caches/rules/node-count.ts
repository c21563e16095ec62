import type { Cache } from '../schema.ts';

/** The nodes that a cache may have at its largest, and where the number comes from. */
export function mostNodes({ shards, replicasPerShard, replicaScaling }: Cache): {
  readonly nodes: number;
  readonly sum: string;
  readonly path: readonly string[];
} {
  const isAutomatic = shards?.owner === 'application-auto-scaling' && shards.max !== undefined;
  const shardCount = isAutomatic ? (shards.max ?? 1) : (shards?.initial ?? 1);
  const replicas = replicaScaling ? replicaScaling.max : replicasPerShard;
  return {
    nodes: shardCount * (1 + replicas),
    sum: `${shardCount} shards of ${1 + replicas} nodes`,
    path: ['shards', isAutomatic ? 'max' : 'initial'],
  };
}
