import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

/** @source RDS.11: fails below seven days (turbot/steampipe-mod-aws-compliance@2c7f5b1, foundational_security/rds.pp) */
const LEAST_SECONDS = 7 * 86_400;

export const shortBackupRetention = defineRule<Databases>({
  code: 'database/short-backup-retention',
  severity: 'warning',
  summary: 'a database in production keeps its backups for a week',
  why: 'a mistake that is made on a Friday and found on Wednesday is older than the last backup',
  source:
    'RDS.11; CKV_AWS_133 and AWS-0077 ask for less (one and two days) (turbot/steampipe-mod-aws-compliance@2c7f5b1, bridgecrewio/checkov@06cb953, aquasecurity/trivy-checks@15e1055, read 2026-11-27)',
  examples: {
    good: [
      postgres(),
      postgres({ backups: '{retention: 7d}' }),
      `tier: staging\n${postgres({ backups: '{retention: 1d}' })}`,
    ],
    bad: [postgres({ backups: '{retention: 6d}' }), postgres({ backups: '{retention: 24h}' })],
  },
  check: eachItem<Database>('databases', ({ backups: { retention } }, at, report, { frame }) => {
    // None at all, and no whole days, are findings of their own.
    const isOther = retention === 0 || retention % 86_400 !== 0;
    if (frame.tier !== 'prod' || isOther || retention >= LEAST_SECONDS) return;
    report({
      at: at('backups', 'retention'),
      message: `retention is ${formatDuration(retention)} in prod`,
      help: 'write 7d or more, or take the line away for 14d',
      suggestions: [{ message: 'the least that AWS Foundational Security takes', replacement: '7d' }],
    });
  }),
});
