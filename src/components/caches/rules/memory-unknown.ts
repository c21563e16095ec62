import { formatMemory } from '../../../compiler/quantity/memory.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { shardCapacity } from '../memory.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const memoryUnknown = defineRule<Caches>({
  code: 'cache/memory-unknown',
  severity: 'info',
  summary: 'it is known how much a cache holds that is to hold some amount',
  why: 'nothing then compares the data with the memory',
  source: 'the catalog of node types has a date (src/catalog); what is newer is not in it',
  examples: {
    good: [
      stagingCache('datasetSize: 9Gi'),
      stagingCache('nodeType: cache.r99g.large'),
      stagingCache('parameterGroupName: team-redis7'),
    ],
    bad: [
      stagingCache('nodeType: cache.r99g.large', 'datasetSize: 9Gi'),
      stagingCache('parameterGroupName: team-redis7', 'datasetSize: 9Gi'),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report, { catalog }) => {
    const { datasetSize, nodeType } = cache;
    const each = shardCapacity(catalog, cache, nodeType);
    if (datasetSize === undefined || each.isKnown) return;
    report({
      at: at('datasetSize'),
      message: `whether the cache holds ${formatMemory(datasetSize)} is not known: ${each.reason}`,
      help: 'ask a node ("INFO memory", maxmemory); a newer catalog can be given with --catalog',
    });
  }),
});
