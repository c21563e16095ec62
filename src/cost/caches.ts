import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { type Bounds, type CostItem, eachBound } from './item.ts';
import { type Pricing, priceItem } from './price-item.ts';

type Cache = Model['caches'] extends ReadonlyMap<string, infer Item> ? Item : never;

/** The nodes of all caches. */
export function cacheItems({ caches }: Model, pricing: Pricing): readonly CostItem[] {
  return [...caches].map(([key, cache]) => {
    const path = ['caches', key];
    const { shards, replicas, quantity, because } = cacheNodes(key, cache);
    const isValkey = cache.engine === 'valkey';
    return priceItem(
      {
        path,
        what: `${cache.nodeType}, ${isValkey ? 'Valkey' : 'Redis'}`,
        unit: 'node',
        quantity,
        counted: `${shards.expected} ${shards.expected === 1 ? 'shard' : 'shards'} × (1 + ${replicas.expected}) nodes`,
        inputs: [
          [...path, 'nodeType'],
          [...path, 'shards'],
          [...path, 'replicasPerShard'],
          ...scaling(path, cache),
        ],
        because,
      },
      isValkey ? 'elasticacheValkey' : 'elasticacheRedis',
      cache.nodeType,
      pricing,
    );
  });
}

/** Shards, replicas of each, and nodes in all. */
export function cacheNodes(key: string, { shards, replicasPerShard, replicaScaling }: Cache) {
  const initial = shards?.initial ?? 1;
  const isAutomatic = shards?.owner === 'application-auto-scaling';
  const shardCounts = between(initial, isAutomatic ? shards : undefined);
  const replicas = between(replicasPerShard, replicaScaling);
  return {
    shards: shardCounts,
    replicas,
    quantity: eachBound((bound) => shardCounts[bound] * (1 + replicas[bound])),
    because:
      isAutomatic || replicaScaling
        ? [`Application Auto Scaling moves the nodes of ${key}: expected are the initial ones`]
        : [],
  };
}

/** Application Auto Scaling brings an initial number between its bounds at once. */
function between(
  initial: number,
  scaling: { readonly min?: number | undefined; readonly max?: number | undefined } = {},
): Bounds {
  const { min = initial, max = initial } = scaling;
  return { min, expected: Math.max(min, Math.min(initial, max)), max };
}

function scaling(path: SpecPath, { replicaScaling }: Cache): readonly SpecPath[] {
  return replicaScaling ? [[...path, 'replicaScaling']] : [];
}
