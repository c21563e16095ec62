import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';
import { mostNodes, nodeLimit } from './node-count.ts';

export const tooManyNodes = defineRule<Caches>({
  code: 'cache/too-many-nodes',
  severity: 'error',
  summary: 'a cache has at most 500 nodes, 250 before Redis 5.0.6',
  why: 'AWS raises its quota no further',
  source: 'ElastiCache User Guide, "Working with shards" and "Managing clusters" (read 2026-11-25)',
  examples: {
    good: [stagingCache('shards: {initial: 45}', 'replicasPerShard: 1')],
    bad: [
      stagingCache('shards: {initial: 251}', 'replicasPerShard: 1'),
      stagingCache(
        'shards: {initial: 10, owner: application-auto-scaling, min: 5, max: 100}',
        'replicasPerShard: 5',
      ),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report) => {
    const most = nodeLimit(cache);
    const { nodes, sum, path } = mostNodes(cache);
    if (nodes <= most) return;
    report({
      at: at(...path),
      message: `${sum} are ${nodes}; the most is ${most}`,
      help: 'take fewer shards of a larger node type, or two caches',
    });
  }),
});
