import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { prodCache, stagingCache } from './cache-example.ts';

export const unencrypted = defineRule<Caches>({
  code: 'cache/unencrypted',
  severity: 'warning',
  summary: 'prod encrypts at rest and accepts encrypted connections only',
  why: 'what a cache holds is often a session, and whoever has that is logged in',
  source: 'CKV_AWS_29, CKV_AWS_30, AWS-0045, AWS-0051; ElastiCache.4, ElastiCache.5',
  examples: {
    good: [prodCache(), stagingCache('transitEncryption: disabled')],
    bad: [
      prodCache('transitEncryption: preferred'),
      'caches: {redis: {adopt: true, userGroup: app, nodeType: cache.r6g.large, atRestEncryption: false}}',
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report, { frame }) => {
    if (frame.tier !== 'prod') return;
    if (cache.transitEncryption !== 'required') {
      report({
        at: at('transitEncryption'),
        message:
          cache.transitEncryption === 'disabled'
            ? 'connections to the cache are not encrypted'
            : 'connections to the cache may be plain',
        help:
          cache.transitEncryption === 'disabled'
            ? 'write preferred, apply, let all clients use TLS, then write required'
            : 'write required when all clients use TLS',
      });
    }
    // For a new cache it is an error of its own.
    if (!cache.atRestEncryption && cache.adopt) {
      report({
        at: at('atRestEncryption'),
        message: 'the cache is not encrypted at rest',
        help: 'restore a snapshot of it into a new cache with encryption, and move the clients',
      });
    }
  }),
});
