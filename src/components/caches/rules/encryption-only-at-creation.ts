import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const encryptionOnlyAtCreation = defineRule<Caches>({
  code: 'cache/encryption-only-at-creation',
  severity: 'error',
  summary: 'a new cache is encrypted at rest',
  why: 'it can be chosen only when the cache is made, and changing it afterwards replaces the cache',
  source:
    'terraform-provider-aws 5.100: at_rest_encryption_enabled forces replacement (planned); ElastiCache User Guide, at-rest-encryption.md: only when the cache is created (read 2026-11-25)',
  examples: {
    good: [stagingCache(), stagingCache('adopt: true', 'atRestEncryption: false')],
    bad: [stagingCache('atRestEncryption: false')],
  },
  check: eachItem<Cache>('caches', ({ atRestEncryption, adopt }, at, report) => {
    if (atRestEncryption || adopt) return;
    report({
      at: at('atRestEncryption'),
      message: 'atRestEncryption is false, and the cache is not adopted',
      help: 'leave it out; where the cache exists without encryption, write adopt: true',
      suggestions: [removal(at('atRestEncryption'))],
    });
  }),
});
