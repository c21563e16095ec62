import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const multiAzNotPossible = defineRule<Caches>({
  code: 'cache/multi-az-not-possible',
  severity: 'error',
  summary: 'several zones need a replica and automatic failover',
  why: 'there is nothing to put into a second zone, or nobody who would use it; AWS refuses both',
  source:
    'ElastiCache User Guide, "Minimizing downtime with Multi-AZ": more than one node in each shard; awsdocs/amazon-elasticache-docs@9cd0e53, AutoFailover.md: at least one available read replica (read 2026-11-25)',
  examples: {
    good: [
      stagingCache('replicasPerShard: 1', 'multiAz: true'),
      stagingCache('shards: {initial: 2}', 'replicasPerShard: 0'),
    ],
    bad: [
      stagingCache('replicasPerShard: 0', 'multiAz: true'),
      stagingCache('shards: {initial: 2}', 'replicasPerShard: 0', 'multiAz: true'),
      stagingCache('replicasPerShard: 1', 'automaticFailover: false', 'multiAz: true'),
    ],
  },
  check: eachItem<Cache>('caches', ({ multiAz, automaticFailover, replicasPerShard }, at, report) => {
    if (!multiAz) return;
    if (replicasPerShard === 0) {
      report({
        at: at('multiAz'),
        message: 'multiAz is true, but replicasPerShard is 0',
        help: 'add a replica, or leave multiAz out',
        suggestions: [removal(at('multiAz'))],
        related: [{ message: 'no replica', at: { path: at('replicasPerShard') } }],
      });
    } else if (!automaticFailover) {
      report({
        at: at('multiAz'),
        message: 'multiAz is true, but automaticFailover is false',
        help: 'leave automaticFailover out: it is true outside dev where there are replicas',
        suggestions: [removal(at('automaticFailover'))],
        related: [{ message: 'no failover', at: { path: at('automaticFailover') } }],
      });
    }
  }),
});
