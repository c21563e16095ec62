import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { MOST_AUTO_SCALED_SHARDS } from './autoscaling-facts.ts';
import { stagingCache } from './cache-example.ts';
import { mostNodes, mostShards, nodeLimit } from './node-count.ts';

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
    const { count, key } = mostShards(cache);
    const { nodes, sum, path } = mostNodes(cache);
    // Beyond these other rules say that it is not possible at all.
    if (key === 'max' && count > MOST_AUTO_SCALED_SHARDS) return;
    if (nodes <= QUOTA || nodes > nodeLimit(cache)) return;
    report({
      at: at(...path),
      message: `${sum} are ${nodes}, more than the quota of ${QUOTA} that an account starts with`,
      help: 'ask AWS for a higher quota before the apply',
    });
  }),
});
