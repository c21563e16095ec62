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
    good: [postgres({ backups: '{retention: 35d}' }), postgres({ backups: '{retention: 48h}' })],
    bad: [postgres({ backups: '{retention: 36d}' }), postgres({ backups: '{retention: 36h}' })],
  },
  check: eachItem<Database>('databases', ({ backups: { retention } }, at, report) => {
    if (retention % DAY === 0 && retention <= 35 * DAY) return;
    report({
      at: at('backups', 'retention'),
      message: `retention is ${formatDuration(retention)}`,
      help: 'write 0d to 35d',
    });
  }),
});
