import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { prodCache, stagingCache } from './cache-example.ts';

export const noCustomerKey = defineRule<Caches>({
  code: 'cache/no-customer-key',
  severity: 'info',
  summary: 'in prod a new cache is encrypted with a key of your own',
  why: 'only such a key can be withdrawn; it can be chosen only when the cache is made',
  source: 'CKV_AWS_191',
  examples: {
    good: [
      prodCache(),
      stagingCache(),
      'caches: {redis: {adopt: true, userGroup: app, nodeType: cache.r6g.large}}',
    ],
    bad: ['caches: {redis: {userGroup: app, nodeType: cache.r6g.large}}'],
  },
  check: eachItem<Cache>('caches', ({ kmsKeyId, adopt }, at, report, { frame }) => {
    if (frame.tier !== 'prod' || kmsKeyId !== undefined || adopt) return;
    report({
      at: at(),
      on: 'key',
      message: 'the cache is encrypted with the key that AWS keeps for ElastiCache',
      help: 'write kmsKeyId before the cache is made: on an existing one it forces a replacement',
    });
  }),
});
