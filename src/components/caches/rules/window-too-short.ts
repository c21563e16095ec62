import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { SpecPath } from '../../../compiler/spec-path.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

const SHORTEST = 60;

export const windowTooShort = defineRule<Caches>({
  code: 'cache/window-too-short',
  severity: 'error',
  summary: 'the windows of a cache are 60 minutes or longer',
  why: 'ElastiCache refuses shorter ones; half an hour is enough for RDS only',
  source:
    'terraform-provider-aws #2153: "Snapshot window must be at least 60 minutes"; ModifyReplicationGroup',
  examples: {
    good: [stagingCache('snapshots: {window: "01:00-02:00"}')],
    bad: [
      stagingCache('snapshots: {window: "01:00-01:30"}'),
      stagingCache('changes: {maintenanceWindow: "Sun 05:00-05:45"}'),
    ],
  },
  check: eachItem<Cache>('caches', ({ snapshots, changes }, at, report) => {
    const check = (minutes: number, path: SpecPath) => {
      if (minutes >= SHORTEST) return;
      report({
        at: path,
        message: `the window has ${minutes} minutes; ElastiCache wants ${SHORTEST}`,
        help: 'make it longer',
      });
    };
    check(snapshots.window.lengthMinutes, at('snapshots', 'window'));
    check(changes.maintenanceWindow.lengthMinutes, at('changes', 'maintenanceWindow'));
  }),
});
