import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

const DAY = 86_400;

export const backupRetention = defineRule<Databases>({
  code: 'database/backup-retention',
  severity: 'error',
  summary: 'backups are kept for whole days, at most 35',
  why: 'RDS counts in days and refuses more than 35; longer is a job for AWS Backup',
  source:
    'botocore 1.43.11, API model of rds, CreateDBInstance, BackupRetentionPeriod (read 2026-11-25); AWS provider 5.100 refuses 36 too',
  examples: {
    good: [postgres({ backups: '{retention: 35d}' }), postgres({ backups: '{retention: 240h}' })],
    bad: [postgres({ backups: '{retention: 36d}' }), postgres({ backups: '{retention: 36h}' })],
  },
  check: eachItem<Database>('databases', ({ backups: { retention } }, at, report) => {
    if (retention % DAY === 0 && retention <= 35 * DAY) return;
    const nearest = `${Math.min(35, Math.ceil(retention / DAY))}d`;
    report({
      at: at('backups', 'retention'),
      message: `retention is ${formatDuration(retention)}, and RDS counts whole days up to 35`,
      help: `write 0d to 35d, such as ${nearest}`,
      suggestions: [{ message: `write ${nearest}`, replacement: nearest }],
    });
  }),
});
