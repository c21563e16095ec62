import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const keyWithoutEncryption = defineRule<Caches>({
  code: 'cache/key-without-encryption',
  severity: 'error',
  summary: 'a KMS key is for a cache that is encrypted at rest',
  why: 'AWS refuses a key without encryption',
  source:
    'ElastiCache User Guide, at-rest-encryption.md: customer managed keys are keys of encryption at rest (read 2026-11-25)',
  examples: {
    good: [
      stagingCache('kmsKeyId: arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'),
    ],
    bad: [
      stagingCache(
        'adopt: true',
        'atRestEncryption: false',
        'kmsKeyId: arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      ),
    ],
  },
  check: eachItem<Cache>('caches', ({ atRestEncryption, kmsKeyId }, at, report) => {
    if (atRestEncryption || kmsKeyId === undefined) return;
    report({
      at: at('kmsKeyId'),
      message: 'kmsKeyId is written, but atRestEncryption is false',
      help: 'remove one of them',
      suggestions: [removal(at('kmsKeyId'))],
    });
  }),
});
