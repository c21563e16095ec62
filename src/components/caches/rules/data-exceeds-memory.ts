import { formatMemory } from '../../../compiler/quantity/memory.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { SpecPath } from '../../../compiler/spec-path.ts';
import { gibibytes, shardCapacity } from '../memory.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';
import { mostShards } from './node-count.ts';
import { nodeTypeThatHolds, shardsThatHold } from './what-holds.ts';

export const dataExceedsMemory = defineRule<Caches>({
  code: 'cache/data-exceeds-memory',
  severity: 'error',
  summary: 'a cache holds the data that it is to hold',
  why: 'when the memory of a shard is full, the engine throws keys out or, without any that it may throw out, refuses every write: the load of the missing keys falls on the database',
  source:
    'ElastiCache User Guide, "Managing reserved memory" (read 2026-11-27): data gets maxmemory less the reserve of 25 %; maxmemory of each node type: the table elasticacheNodeTypes of the catalog',
  examples: {
    good: [
      stagingCache('datasetSize: 9Gi'),
      stagingCache('nodeType: cache.r6g.xlarge', 'shards: {initial: 4}', 'datasetSize: 78Gi'),
      stagingCache(
        'shards: {initial: 2, owner: application-auto-scaling, min: 2, max: 4, targetMemoryUtilization: 70%}',
        'datasetSize: 39Gi',
      ),
    ],
    bad: [
      stagingCache('datasetSize: 10Gi'),
      stagingCache('nodeType: cache.r6g.xlarge', 'shards: {initial: 4}', 'datasetSize: 79Gi'),
      stagingCache('parameters: {reserved-memory-percent: "50"}', 'datasetSize: 7Gi'),
      stagingCache(
        'shards: {initial: 2, owner: application-auto-scaling, min: 2, max: 4, targetMemoryUtilization: 70%}',
        'datasetSize: 40Gi',
      ),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report, { catalog, isWritten }) => {
    const { datasetSize, nodeType } = cache;
    const each = shardCapacity(catalog, cache, nodeType);
    if (datasetSize === undefined || !each.isKnown) return;
    const { count, key } = mostShards(cache);
    if (datasetSize <= each.bytes * count) return;
    const shards = count === 1 ? `one shard of ${nodeType}` : `${count} shards of ${nodeType}`;
    const most = key === 'max' ? `${shards}, the most that there may be,` : shards;
    const rests = (message: string, path: SpecPath) => (isWritten(path) ? [{ message, at: { path } }] : []);
    report({
      at: at('datasetSize'),
      message: `datasetSize is ${formatMemory(datasetSize)}, but ${most} ${count === 1 ? 'holds' : 'hold'} ${count} × (${each.working}) = ${gibibytes(each.bytes * count)}`,
      help: 'take more shards or larger nodes, or keep less; replicas hold the same keys and add no room',
      related: [
        { message: 'the node type is set here', at: { path: at('nodeType') } },
        ...rests('the number of shards is set here', at('shards', key)),
        ...(each.parameter
          ? [{ message: 'the reserve is set here', at: { path: at('parameters', each.parameter) } }]
          : []),
      ],
      suggestions: [
        ...shardsThatHold(cache, each.bytes, at('shards', key)),
        ...nodeTypeThatHolds(cache, catalog, count, at('nodeType')),
      ],
    });
  }),
});
