import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

/** @source API reference, CreateReplicationGroup (2026-11-25) */
const LONGEST = 40;

export const nameTooLong = defineRule<Caches>({
  code: 'cache/name-too-long',
  severity: 'error',
  summary: 'the id of a replication group has at most 40 characters, also where it is derived',
  why: 'AWS refuses a longer one',
  source:
    'API model of elasticache in aws-sdk-elasticache (docs.rs), CreateReplicationGroup: 1 to 40 characters (read 2026-11-25)',
  examples: {
    good: [stagingCache('replicationGroupId: checkout')],
    bad: [
      'tier: staging\ncaches: {a-cache-with-a-name-of-thirty-nine-chars: {nodeType: cache.r6g.large, securityGroups: [redis]}}',
    ],
  },
  check: eachItem<Cache>('caches', ({ replicationGroupId }, at, report) => {
    const { length } = replicationGroupId;
    if (length <= LONGEST) return;
    report({
      at: at('replicationGroupId'),
      message: `${replicationGroupId} has ${length} characters, ${length - LONGEST} too many`,
      help: 'write a shorter replicationGroupId',
    });
  }),
});
