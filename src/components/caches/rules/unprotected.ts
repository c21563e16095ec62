import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Cache, Caches } from '../schema.ts';
import { prodCache, stagingCache } from './cache-example.ts';

export const unprotected = defineRule<Caches>({
  code: 'cache/unprotected',
  severity: 'error',
  summary: 'prod protects its caches against deletion',
  why: 'an edit of the port or of the subnet group replaces the cache, and nothing else would stop that plan',
  source: 'hardening reference, section 2: deletion protection on in prod, no opt-out',
  examples: {
    good: [prodCache(), stagingCache('deletionProtection: false')],
    bad: [prodCache('deletionProtection: false')],
  },
  check: eachItem<Cache>('caches', ({ deletionProtection }, at, report, { frame }) => {
    if (frame.tier !== 'prod' || deletionProtection) return;
    report({
      at: at('deletionProtection'),
      message: 'deletionProtection is false in prod',
      help: 'leave it out; a cache that shall go is retired',
      suggestions: [removal(at('deletionProtection'))],
    });
  }),
});
