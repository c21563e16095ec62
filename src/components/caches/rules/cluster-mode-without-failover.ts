import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const clusterModeWithoutFailover = defineRule<Caches>({
  code: 'cache/cluster-mode-without-failover',
  severity: 'error',
  summary: 'cluster mode has automatic failover',
  why: 'AWS refuses a replication group in cluster mode without it',
  source: 'ElastiCache API reference, CreateReplicationGroup, AutomaticFailoverEnabled',
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
    });
  }),
});
