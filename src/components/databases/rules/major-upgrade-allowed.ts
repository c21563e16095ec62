import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const majorUpgradeAllowed = defineRule<Databases>({
  code: 'database/major-upgrade-allowed',
  severity: 'warning',
  summary: 'the permission for a major upgrade is given for one apply',
  why: 'while it stands, a slip in engineVersion is an upgrade that nobody can undo; without it RDS refuses the slip',
  source:
    'awsdocs/amazon-rds-user-guide@0219b24, USER_UpgradeDBInstance.Upgrading.md: AllowMajorVersionUpgrade (read 2026-11-25); AWS provider 5.100 plans a major upgrade in place',
  examples: {
    good: [postgres({ changes: '{allowMajorVersionUpgrade: false}' })],
    bad: [
      postgres({ changes: '{allowMajorVersionUpgrade: true}' }),
      postgres({ changes: '{allowMajorVersionUpgrade: true}', parameters: '{work_mem: {value: "8192"}}' }),
    ],
  },
  check: eachItem<Database>('databases', ({ engineVersion, changes, parameters }, at, report) => {
    if (!changes.allowMajorVersionUpgrade) return;
    const waits = changes.apply === 'maintenance-window' && parameters.size > 0;
    report({
      at: at('changes', 'allowMajorVersionUpgrade'),
      message: `a change of engineVersion ${engineVersion} may be one to another major version`,
      help: waits
        ? 'for the upgrade write apply: immediately as well, for its parameter group is replaced in the same apply; take both away afterwards'
        : 'take it away once the upgrade is done (docs/database-upgrades.md)',
    });
  }),
});
