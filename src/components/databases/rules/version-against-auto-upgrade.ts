import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { readEngineVersion } from '../facts/engine-version.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql, postgres } from './examples.ts';

export const versionAgainstAutoUpgrade = defineRule<Databases>({
  code: 'database/version-against-auto-upgrade',
  severity: 'error',
  summary: 'either the spec or RDS chooses the minor version',
  why: 'once RDS has upgraded by itself, the next plan would go back to the pinned version, and RDS refuses downgrades',
  source: 'AWS provider 5.100: a version that starts with the configured one is no difference, another is',
  examples: {
    good: [
      postgres({ engineVersion: '"16"', changes: '{autoMinorVersionUpgrade: true}' }),
      postgres({ changes: '{autoMinorVersionUpgrade: false}' }),
    ],
    bad: [
      postgres({ changes: '{autoMinorVersionUpgrade: true}' }),
      mysql({ changes: '{autoMinorVersionUpgrade: true}' }),
    ],
  },
  check: eachItem<Database>('databases', ({ engine, engineVersion, changes }, at, report) => {
    const version = readEngineVersion(engine, engineVersion);
    if (!changes.autoMinorVersionUpgrade || !version?.isPinned) return;
    report({
      at: at('engineVersion'),
      message: `engineVersion pins ${engineVersion} while autoMinorVersionUpgrade lets RDS leave it`,
      help: `write engineVersion: "${version.major}", or take autoMinorVersionUpgrade away`,
      related: [{ message: 'upgrades by RDS', at: { path: at('changes', 'autoMinorVersionUpgrade') } }],
      suggestions: [{ message: 'name the major version only', replacement: JSON.stringify(version.major) }],
    });
  }),
});
