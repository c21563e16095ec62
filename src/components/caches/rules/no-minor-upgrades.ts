import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { prodCache, stagingCache } from './cache-example.ts';

export const noMinorUpgrades = defineRule<Caches>({
  code: 'cache/no-minor-upgrades',
  severity: 'warning',
  summary: 'AWS installs the patches of the engine in the maintenance window',
  why: 'engineVersion names no patch, so that without it a security hole stays open and the spec does not show it',
  source:
    'ElastiCache.2 (turbot/steampipe-mod-aws-compliance@00b955f, foundational_security/elasticache.sp, read 2026-11-27)',
  examples: {
    good: [prodCache(), stagingCache('autoMinorVersionUpgrade: true')],
    bad: [
      prodCache('autoMinorVersionUpgrade: false'),
      stagingCache('autoMinorVersionUpgrade: false').replace('staging', 'dev'),
    ],
  },
  check: eachItem<Cache>('caches', ({ autoMinorVersionUpgrade, engineVersion }, at, report) => {
    if (autoMinorVersionUpgrade) return;
    report({
      at: at('autoMinorVersionUpgrade'),
      message: `autoMinorVersionUpgrade is false: ${engineVersion} keeps the patch of the day it was made`,
      help: 'take the line away; changes.maintenanceWindow says when',
      suggestions: [{ message: 'let AWS install patches', replacement: 'true' }],
    });
  }),
});
