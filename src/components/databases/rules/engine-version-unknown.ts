import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { readEngineVersion } from '../facts/engine-version.ts';
import { engineFacts } from '../facts/engines.ts';
import type { Database, Databases } from '../schema.ts';
import { mariadb, postgres } from './examples.ts';

export const engineVersionUnknown = defineRule<Databases>({
  code: 'database/engine-version-unknown',
  severity: 'warning',
  summary: 'the major version is one that RDS has',
  why: 'a version that does not exist is found only when AWS refuses it during the apply',
  source: 'cfn-lint 1.51.0, aws_rds_dbinstance/engine_version.json (read 2026-11-25)',
  examples: {
    good: [postgres({ engineVersion: '"17.4"' })],
    bad: [postgres({ engineVersion: '"61.8"' }), mariadb({ engineVersion: '"12.1.2"' })],
  },
  check: eachItem<Database>('databases', ({ engine, engineVersion }, at, report) => {
    const version = readEngineVersion(engine, engineVersion);
    const { title, majors } = engineFacts[engine];
    if (!version || majors.includes(version.major)) return;
    report({
      at: at('engineVersion'),
      message: `${title} ${version.major} is not among the major versions known here (${majors.join(', ')})`,
      help: 'check it with `aws rds describe-db-engine-versions`; if it is new, go ahead',
    });
  }),
});
