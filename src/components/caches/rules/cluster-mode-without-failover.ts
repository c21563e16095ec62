import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const clusterModeWithoutFailover = defineRule<Caches>({
  code: 'cache/cluster-mode-without-failover',
  severity: 'error',
  summary: 'cluster mode has automatic failover',
  why: 'AWS refuses a replication group in cluster mode without it',
  source:
    'awsdocs/amazon-elasticache-docs@9cd0e53, AutoFailover.md: "enabled by default and cannot be disabled on Redis (cluster mode enabled) clusters" (read 2026-11-25)',
  examples: {
    good: [stagingCache('shards: {initial: 2}', 'replicasPerShard: 0')],
    bad: [stagingCache('shards: {initial: 2}', 'automaticFailover: false', 'multiAz: false')],
  },
  check: eachItem<Cache>('caches', ({ clusterMode, automaticFailover }, at, report) => {
    if (clusterMode === 'disabled' || automaticFailover) return;
    report({
      at: at('automaticFailover'),
      message: `automaticFailover is false, but clusterMode is ${clusterMode}`,
      help: 'leave automaticFailover out: it is true in cluster mode',
      suggestions: [removal(at('automaticFailover'))],
    });
  }),
});
