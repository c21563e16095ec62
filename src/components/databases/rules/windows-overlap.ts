import {
  formatDailyWindow,
  shiftWeeklyWindow,
  windowsOverlap,
} from '../../../compiler/quantity/aws-window.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const windowsOverlapRule = defineRule<Databases>({
  code: 'database/windows-overlap',
  severity: 'error',
  summary: 'the maintenance window does not overlap the backup window, nor does that of a replica',
  why: 'RDS refuses it during the apply; a replica inherits the backup window of its primary',
  source:
    'seen with AWS provider 5.100; botocore 1.43.11, API model of rds, CreateDBInstance, PreferredMaintenanceWindow (read 2026-11-25)',
  examples: {
    good: [
      postgres({ backups: '{window: "04:00-04:30"}' }),
      postgres({ readReplicas: '{replica-1: {maintenanceWindow: "Sun 04:00-05:00"}}' }),
    ],
    bad: [
      postgres({ backups: '{window: "05:00-06:00"}' }),
      postgres({ readReplicas: '{replica-1: {maintenanceWindow: "Mon 02:00-03:30"}}' }),
      postgres({ changes: '{maintenanceWindow: "Sun 23:30-03:30"}' }),
    ],
  },
  check: eachItem<Database>('databases', ({ backups, changes, readReplicas }, at, report, { isWritten }) => {
    const backup = at('backups', 'window');
    const look = (window: typeof changes.maintenanceWindow, path: readonly string[], whose: string) => {
      if (!windowsOverlap(window, backups.window)) return false;
      const daily = formatDailyWindow(backups.window);
      // A window that somebody wrote can be moved more easily than one that is a default.
      const isBackupToMove = !isWritten(path) && isWritten(backup);
      report({
        at: isBackupToMove ? backup : path,
        message: `the maintenance window${whose} (${shiftWeeklyWindow(window, 0)}) overlaps the daily backup window (${daily})`,
        help: 'move one of them; both are in UTC',
        related: isBackupToMove ? [] : [{ message: 'the backup window', at: { path: backup } }],
      });
      return true;
    };
    const isFound = look(changes.maintenanceWindow, at('changes', 'maintenanceWindow'), '');
    for (const [key, replica] of readReplicas) {
      // The same hours on another day are the same mistake.
      const isSame =
        replica.maintenanceWindow.lengthMinutes === changes.maintenanceWindow.lengthMinutes &&
        (replica.maintenanceWindow.startMinute - changes.maintenanceWindow.startMinute) % 1440 === 0;
      if (isFound && isSame) continue;
      look(replica.maintenanceWindow, at('readReplicas', key, 'maintenanceWindow'), ' of the replica');
    }
  }),
});
