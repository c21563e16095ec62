import {
  formatDailyWindow,
  formatWeeklyWindow,
  windowsOverlap,
} from '../../../compiler/quantity/aws-window.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const windowsOverlapRule = defineRule<Caches>({
  code: 'cache/windows-overlap',
  severity: 'error',
  summary: 'snapshots are taken outside of the maintenance window',
  why: 'AWS refuses windows that share a minute, also where snapshots are off',
  source: 'hashicorp/terraform #17247: "The snapshot window and maintenance window must not overlap"',
  examples: {
    good: [stagingCache('snapshots: {window: "04:00-05:00"}')],
    bad: [
      stagingCache('snapshots: {window: "04:30-05:30"}'),
      stagingCache('changes: {maintenanceWindow: "Wed 01:30-02:30"}'),
    ],
  },
  check: eachItem<Cache>('caches', ({ snapshots, changes }, at, report) => {
    if (!windowsOverlap(changes.maintenanceWindow, snapshots.window)) return;
    const [daily, weekly] = [
      formatDailyWindow(snapshots.window),
      formatWeeklyWindow(changes.maintenanceWindow),
    ];
    report({
      at: at('snapshots', 'window'),
      message: `the snapshot window ${daily} overlaps the maintenance window ${weekly}`,
      help: 'move one of them',
      related: [{ message: 'the maintenance window', at: { path: at('changes', 'maintenanceWindow') } }],
    });
  }),
});
