import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { readEngineVersion } from '../facts/engine-version.ts';
import { engineFacts } from '../facts/engines.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql, postgres } from './examples.ts';

export const engineVersionShape = defineRule<Databases>({
  code: 'database/engine-version-shape',
  severity: 'error',
  summary: 'a version counts as its engine counts',
  why: 'RDS refuses a version that its engine does not have, and the family of the parameter group is made from it',
  source:
    'cfn-lint 1.51.0, aws_rds_dbinstance/engine_version.json: all versions from PostgreSQL 10 on (read 2026-11-25)',
  examples: {
    good: [postgres({ engineVersion: '"16"' }), mysql({ engineVersion: '"8.4"' })],
    bad: [postgres({ engineVersion: '"16.8.1"' }), mysql({ engineVersion: '"8"' })],
  },
  check: eachItem<Database>('databases', ({ engine, engineVersion }, at, report) => {
    if (readEngineVersion(engine, engineVersion)) return;
    const { title, majorParts, majors } = engineFacts[engine];
    const major = majors.at(-1);
    const shape = majorParts === 1 ? `"${major}" or "${major}.1"` : `"${major}" or "${major}.1"`;
    report({
      at: at('engineVersion'),
      message: `${engineVersion} is no version of ${title}`,
      help: `write a major version or a minor one, such as ${shape}`,
    });
  }),
});
