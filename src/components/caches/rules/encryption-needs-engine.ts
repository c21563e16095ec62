import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isAtLeast } from '../engine.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const encryptionNeedsEngine = defineRule<Caches>({
  code: 'cache/encryption-needs-engine',
  severity: 'error',
  summary: 'the engine can encrypt as it is asked to',
  why: 'encryption starts with Redis 3.2.6 and 4.0.10, and the mode "preferred" with 7.0.5; AWS refuses them before',
  source:
    'ElastiCache User Guide, conditions of encryption; cloudposse/terraform-aws-elasticache-redis #231: "Please use engine version 7.0.5 or higher"',
  examples: {
    good: [
      stagingCache('nodeType: cache.r5.large', 'engineVersion: "4.0.10"'),
      stagingCache('transitEncryption: preferred'),
    ],
    bad: [
      stagingCache('nodeType: cache.m3.large', 'adopt: true', 'engineVersion: "3.2.4"'),
      stagingCache('engineVersion: "6.2"', 'transitEncryption: preferred'),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report) => {
    const { atRestEncryption, transitEncryption, engineVersion } = cache;
    if ((atRestEncryption || transitEncryption !== 'disabled') && !canEncrypt(cache)) {
      report({
        at: at('engineVersion'),
        message: `Redis ${engineVersion} cannot encrypt`,
        help: 'take 7.1, or Valkey; AWS makes no caches of anything before 4.0.10 any more',
      });
    } else if (transitEncryption === 'preferred' && !isAtLeast(cache, '7.0.5')) {
      report({
        at: at('transitEncryption'),
        message: `Redis ${engineVersion} does not know transitEncryption: preferred`,
        help: 'write required for a new cache; for an existing one upgrade to 7.0 or later first',
      });
    }
  }),
});

/** 3.2.6 can, 4.0.0 cannot. */
function canEncrypt(cache: Cache): boolean {
  return isAtLeast(cache, '4.0.10') || (isAtLeast(cache, '3.2.6') && !isAtLeast(cache, '4.0.0'));
}
