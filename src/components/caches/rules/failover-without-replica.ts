import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const failoverWithoutReplica = defineRule<Caches>({
  code: 'cache/failover-without-replica',
  severity: 'error',
  summary: 'automatic failover needs a replica to fail over to',
  why: 'without cluster mode AWS and its provider refuse it for a single node',
  source:
    'terraform-provider-aws 5.100: "num_cache_clusters": must be at least 2 if automatic_failover_enabled is true; awsdocs/amazon-elasticache-docs@9cd0e53, AutoFailover.md (read 2026-11-25)',
  examples: {
    good: [
      stagingCache('replicasPerShard: 1', 'automaticFailover: true'),
      stagingCache('replicasPerShard: 0'),
    ],
    bad: [stagingCache('replicasPerShard: 0', 'automaticFailover: true')],
  },
  check: eachItem<Cache>('caches', ({ clusterMode, automaticFailover, replicasPerShard }, at, report) => {
    if (clusterMode !== 'disabled' || !automaticFailover || replicasPerShard > 0) return;
    report({
      at: at('automaticFailover'),
      message: 'automaticFailover is true, but replicasPerShard is 0',
      help: 'add a replica, or leave automaticFailover out',
      suggestions: [removal(at('automaticFailover'))],
      related: [{ message: 'no replica', at: { path: at('replicasPerShard') } }],
    });
  }),
});
