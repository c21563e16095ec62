import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { prodCache, stagingCache } from './cache-example.ts';

export const singleNode = defineRule<Caches>({
  code: 'cache/single-node',
  severity: 'warning',
  summary: 'in prod every shard has a replica',
  why: 'when its node fails, a shard without a replica is gone with its keys for minutes, and all of them fall on the database',
  source: 'CKV2_AWS_50; ElastiCache.3; ElastiCache User Guide, "Mitigating failures"',
  examples: {
    good: [prodCache(), stagingCache('replicasPerShard: 0')],
    bad: [prodCache('replicasPerShard: 0'), prodCache('shards: {initial: 4}', 'replicasPerShard: 0')],
  },
  check: eachItem<Cache>('caches', ({ replicasPerShard, shards }, at, report, { frame }) => {
    if (frame.tier !== 'prod' || replicasPerShard > 0) return;
    const count = shards?.initial ?? 1;
    report({
      at: at('replicasPerShard'),
      message: count > 1 ? `${count} shards without a replica` : 'a single node without a replica',
      help: 'write replicasPerShard: 1',
      suggestions: [{ message: 'one replica for each shard', replacement: '1' }],
    });
  }),
});
