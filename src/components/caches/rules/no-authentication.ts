import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { prodCache, stagingCache } from './cache-example.ts';

export const noAuthentication = defineRule<Caches>({
  code: 'cache/no-authentication',
  severity: 'warning',
  summary: 'in prod a user group says who may use the cache',
  why: 'without one, every pod that reaches the port reads and writes every key',
  source: 'CKV_AWS_31; ElastiCache.6',
  examples: {
    good: [prodCache(), stagingCache()],
    bad: [
      'caches: {redis: {nodeType: cache.r6g.large, kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"}}',
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report, { frame }) => {
    if (frame.tier !== 'prod' || cache.userGroup !== undefined) return;
    report({
      at: at(),
      on: 'key',
      message: 'the cache has no user group',
      help: 'make a user group in ElastiCache, let the clients log in, and name it as userGroup',
    });
  }),
});
