import { formatMemory } from '../../compiler/quantity/memory.ts';
import { gibibytes, shardCapacity } from '../../components/caches/memory.ts';
import { mostShards } from '../../components/caches/rules/node-count.ts';
import { nodeTypeThatHolds, shardsThatHold } from '../../components/caches/rules/what-holds.ts';
import type { Cache } from '../../components/caches/schema.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { type Counted, type Gauge, NOTHING, type Raise, remembering, together } from '../gauge.ts';
import type { Instant } from '../instant.ts';
import { loadAt } from '../load.ts';
import type { Platform } from '../platform.ts';
import type { Projected } from '../projected.ts';

/** Data of caches in bytes against what their shards hold, and the shards that it needs at the node type of the spec. */
export function cacheGauges(platform: Platform): Counted {
  return together([...platform.model.caches].map(([key, cache]) => ofCache(platform, key, cache)));
}

function ofCache(platform: Platform, key: string, cache: Cache): Counted {
  const { catalog, traffic } = platform;
  const unknown = (why: string) => ({ ...NOTHING, unknown: [{ what: `memory of ${key}`, why }] });
  const { datasetSize, nodeType } = cache;
  if (datasetSize === undefined) return unknown(`write caches.${key}.datasetSize`);
  const capacity = shardCapacity(catalog, cache, nodeType);
  if (!capacity.isKnown) return unknown(capacity.reason);
  const isFixed = traffic.caches?.get(key)?.growth === 'none';
  const { count, key: countKey } = mostShards(cache);
  const { bytes, working } = capacity;
  const path = ['caches', key, ...(cache.shards ? ['shards', countKey] : ['nodeType'])];
  const memory = remembering((instant: Instant): Projected => {
    const { ratio, ratioText, ratioInputs } = loadAt(platform, instant);
    const value = isFixed ? datasetSize : Math.ceil(datasetSize * ratio - 1e-6);
    const size = formatMemory(datasetSize);
    return {
      value,
      formula: isFixed
        ? `${size}, which does not follow the traffic`
        : `${size} × ${ratioText} = ${roundedUp(value)}`,
      inputs: [
        ['caches', key, 'datasetSize'],
        ...(isFixed ? [] : ratioInputs),
        ['traffic', 'caches', key, 'growth'],
      ],
      unit: 'bytes',
      text: roundedUp(value),
    };
  });
  return {
    gauges: [
      {
        id: `caches.${key}.memory`,
        what: `memory of ${key}`,
        at: memory,
        limit: {
          path,
          most: bytes * count,
          text: `${count} × (${working}) = ${gibibytes(bytes * count)}`,
          raise: (greatest) => raise(platform, key, cache, greatest),
        },
      },
      shardsGauge(key, cache, bytes, working, memory),
    ],
    unknown: [],
  };
}

function shardsGauge(
  key: string,
  { nodeType }: Cache,
  bytes: number,
  working: string,
  memory: Gauge['at'],
): Gauge {
  return {
    id: `caches.${key}.shards`,
    what: `shards of ${key}`,
    at: (instant) => {
      const { value, formula, inputs } = memory(instant);
      const shards = Math.max(1, Math.ceil(value / bytes));
      return {
        value: shards,
        formula: `${formula}; ⌈${roundedUp(value)} ÷ (${working}) of ${nodeType}⌉ = ${grouped(shards)}`,
        inputs: [...inputs, ['caches', key, 'nodeType']],
        unit: 'shards',
        text: grouped(shards),
      };
    },
  };
}

/** More shards where the cache has them, else larger nodes. */
function raise({ catalog }: Platform, key: string, cache: Cache, { value, formula }: Projected): Raise {
  const fuller = { ...cache, datasetSize: value };
  const capacity = shardCapacity(catalog, cache, cache.nodeType);
  const { count, key: countKey } = mostShards(cache);
  const [found] = [
    ...(capacity.isKnown ? shardsThatHold(fuller, capacity.bytes, ['caches', key, 'shards', countKey]) : []),
    ...nodeTypeThatHolds(fuller, catalog, count, ['caches', key, 'nodeType']),
  ];
  if (!found?.change || !('value' in found.change)) {
    return {
      text: 'more than the largest node of its family',
      formula: `${formula}; take another family, or cluster mode`,
      changes: [],
    };
  }
  const { path, value: written } = found.change;
  const of = path.at(-1) === 'nodeType' ? '' : ' shards';
  return {
    text: `${written}${of}`,
    formula,
    changes: [{ path, value: written, rank: Number(written) || 1 }],
  };
}

/** `19.74 GiB`; more is said to be needed, never less. */
function roundedUp(bytes: number): string {
  return `${Math.ceil((bytes / 2 ** 30) * 100) / 100} GiB`;
}
