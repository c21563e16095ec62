import type { Catalog } from '../../../catalog/catalog.ts';
import type { Suggestion } from '../../../compiler/diagnostic.ts';
import type { SpecPath } from '../../../compiler/spec-path.ts';
import { shardCapacity } from '../memory.ts';
import { partsOf } from '../node-type.ts';
import type { Cache } from '../schema.ts';
import { AUTO_SCALED_SIZES, MOST_AUTO_SCALED_SHARDS } from './autoscaling-facts.ts';
import { mostNodesOfShard, nodeLimit } from './node-count.ts';

/** The smallest number of shards that holds the data, where the cache can have so many. */
export function shardsThatHold(cache: Cache, bytesEach: number, path: SpecPath): Suggestion[] {
  const { datasetSize = 0, clusterMode, shards } = cache;
  const count = Math.ceil(datasetSize / bytesEach);
  const isAutomatic = shards?.owner === 'application-auto-scaling';
  const fits = count * mostNodesOfShard(cache) <= nodeLimit(cache);
  // From one mode to the other is more than one change.
  if (clusterMode !== 'enabled' || !fits || (isAutomatic && count > MOST_AUTO_SCALED_SHARDS)) return [];
  return [{ message: `${count} shards hold it`, change: { path, value: count } }];
}

/** The smallest node type of the same family with which so many shards hold the data. */
export function nodeTypeThatHolds(
  cache: Cache,
  catalog: Catalog,
  shards: number,
  path: SpecPath,
): Suggestion[] {
  const { datasetSize = 0 } = cache;
  const { family } = partsOf(cache.nodeType);
  const isAutomatic =
    cache.shards?.owner === 'application-auto-scaling' || cache.replicaScaling !== undefined;
  const [smallest] = [...catalog.elasticacheNodeTypes.rows.keys()]
    .filter((name) => partsOf(name).family === family)
    .filter((name) => !isAutomatic || AUTO_SCALED_SIZES.includes(partsOf(name).size))
    .map((name) => ({ name, capacity: shardCapacity(catalog, cache, name) }))
    .flatMap(({ name, capacity }) => (capacity.isKnown ? [{ name, bytes: capacity.bytes }] : []))
    .filter(({ bytes }) => bytes * shards >= datasetSize)
    .sort((a, b) => a.bytes - b.bytes);
  return smallest ? [{ message: `${smallest.name} holds it`, change: { path, value: smallest.name } }] : [];
}
