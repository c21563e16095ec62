import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { prodCache, stagingCache } from './cache-example.ts';

export const failoverOff = defineRule<Caches>({
  code: 'cache/failover-off',
  severity: 'warning',
  summary: 'in prod a replica takes over by itself, from another zone',
  why: 'the replica is paid for, and when the primary or its zone is lost it does not help until somebody wakes up',
  source:
    'ElastiCache.3 (turbot/steampipe-mod-aws-compliance@00b955f, foundational_security/elasticache.sp); CKV2_AWS_50 (bridgecrewio/checkov@0d19311) (read 2026-11-27)',
  examples: {
    good: [prodCache(), stagingCache('automaticFailover: false', 'multiAz: false')],
    bad: [
      prodCache('automaticFailover: false', 'multiAz: false'),
      prodCache('multiAz: false'),
      prodCache('shards: {initial: 2}', 'multiAz: false'),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report, { frame }) => {
    const { automaticFailover, multiAz, replicasPerShard, clusterMode } = cache;
    if (frame.tier !== 'prod' || replicasPerShard === 0) return;
    // In cluster mode failover cannot be off, and several zones need it: errors of their own.
    if (!automaticFailover && clusterMode === 'disabled' && !multiAz) {
      report({
        at: at('automaticFailover'),
        message: `automaticFailover is false, with ${replicasPerShard} ${replicasPerShard === 1 ? 'replica' : 'replicas'}`,
        help: 'take the line away, and multiAz too',
      });
    } else if (automaticFailover && !multiAz) {
      report({
        at: at('multiAz'),
        message: 'multiAz is false: primary and replicas may stand in one zone',
        help: 'take the line away',
        suggestions: [{ message: 'put them into different zones', replacement: 'true' }],
      });
    }
  }),
});
