import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isAtLeast } from '../engine.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';
import { mostNodes } from './node-count.ts';

const QUOTA = 90;

export const nodeQuota = defineRule<Caches>({
  code: 'cache/node-quota',
  severity: 'warning',
  summary: 'more than 90 nodes in a cache need a raised quota',
  why: 'AWS refuses the 91st node of a cluster until the quota "Nodes per cluster per instance type" has been raised',
  source: 'ElastiCache User Guide, "Working with shards" (read 2026-11-25)',
  examples: {
    good: [stagingCache('shards: {initial: 45}', 'replicasPerShard: 1')],
    bad: [stagingCache('shards: {initial: 46}', 'replicasPerShard: 1')],
  },
  check: eachItem<Cache>('caches', (cache, at, report) => {
    const { nodes, sum, path } = mostNodes(cache);
    // Beyond this another rule says that it is not possible at all.
    if (nodes <= QUOTA || nodes > (isAtLeast(cache, '5.0.6') ? 500 : 250)) return;
    report({
      at: at(...path),
      message: `${sum} are ${nodes}, more than the quota of ${QUOTA} that an account starts with`,
      help: 'ask AWS for a higher quota before the apply',
    });
  }),
});
