import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { majorsOf, readEngineVersion } from '../facts/engine-version.ts';
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
  check: eachItem<Database>(
    'databases',
    ({ engine, engineVersion, readReplicas }, at, report, { catalog }) => {
      const major = majorsOf(catalog.rdsEngineVersions, engine).at(-1);
      // A catalog of the user may have no version at all.
      const example = major === undefined ? '' : `, such as "${major}" or "${major}.1"`;
      const look = (version: string, path: readonly string[], help: string) => {
        if (readEngineVersion(engine, version)) return;
        report({
          at: path,
          message: `${version} is no version of ${engineFacts[engine].title}`,
          help,
        });
      };
      look(engineVersion, at('engineVersion'), `write a major version or a minor one${example}`);
      for (const [key, { engineVersion: version }] of readReplicas) {
        if (version !== undefined && version !== engineVersion)
          look(version, at('readReplicas', key, 'engineVersion'), 'write a minor version of the engine');
      }
    },
  ),
});
