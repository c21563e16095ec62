import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import { isAtLeast } from '../engine.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const userGroupNotPossible = defineRule<Caches>({
  code: 'cache/user-group-not-possible',
  severity: 'error',
  summary: 'a user group needs encrypted connections and Redis 6.0 or Valkey',
  why: 'passwords would travel in the open; AWS refuses it',
  source: 'ElastiCache User Guide, "Role-Based Access Control (RBAC)" (read 2026-11-25)',
  examples: {
    good: [stagingCache('userGroup: app')],
    bad: [
      stagingCache('userGroup: app', 'transitEncryption: disabled'),
      stagingCache('userGroup: app', 'engineVersion: "5.0.6"'),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report) => {
    if (cache.userGroup === undefined) return;
    if (cache.transitEncryption === 'disabled') {
      report({
        at: at('userGroup'),
        message: `the user group ${cache.userGroup} needs encrypted connections, but transitEncryption is disabled`,
        help: 'leave transitEncryption out',
        suggestions: [removal(at('transitEncryption'))],
        related: [{ message: 'not encrypted', at: { path: at('transitEncryption') } }],
      });
    }
    if (!isAtLeast(cache, '6.0')) {
      report({
        at: at('userGroup'),
        message: `Redis ${cache.engineVersion} knows no user groups; they start with 6.0`,
        help: 'upgrade first, in an apply of its own',
      });
    }
  }),
});
