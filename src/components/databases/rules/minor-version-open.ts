import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import { readEngineVersion } from '../facts/engine-version.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const minorVersionOpen = defineRule<Databases>({
  code: 'database/minor-version-open',
  severity: 'warning',
  summary: 'somebody chooses the minor version',
  why: 'without upgrades by RDS the minor version stays what it was on the day of the creation, security fixes included, and the spec does not say which',
  source: 'RDS.13',
  examples: {
    good: [postgres({ engineVersion: '"16"' })],
    bad: [postgres({ engineVersion: '"16"', changes: '{autoMinorVersionUpgrade: false}' })],
  },
  check: eachItem<Database>('databases', ({ engine, engineVersion, changes }, at, report) => {
    const version = readEngineVersion(engine, engineVersion);
    if (changes.autoMinorVersionUpgrade || !version || version.isPinned) return;
    report({
      at: at('engineVersion'),
      message: `engineVersion ${engineVersion} leaves the minor version open, and autoMinorVersionUpgrade is false`,
      help: 'pin a minor version, or let RDS upgrade',
      related: [{ message: 'no upgrades by RDS', at: { path: at('changes', 'autoMinorVersionUpgrade') } }],
      suggestions: [removal(at('changes', 'autoMinorVersionUpgrade'))],
    });
  }),
});
