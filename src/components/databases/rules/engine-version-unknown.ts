import { unknownTo } from '../../../catalog/table.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { majorsOf, readEngineVersion } from '../facts/engine-version.ts';
import { engineFacts } from '../facts/engines.ts';
import type { Database, Databases } from '../schema.ts';
import { mariadb, postgres } from './examples.ts';

export const engineVersionUnknown = defineRule<Databases>({
  code: 'database/engine-version-unknown',
  severity: 'warning',
  summary: 'the major version is one that RDS has',
  why: 'a version that does not exist is found only when AWS refuses it during the apply',
  source: 'the table rdsEngineVersions of the catalog',
  examples: {
    good: [postgres({ engineVersion: '"17.8"' })],
    bad: [postgres({ engineVersion: '"61.8"' }), mariadb({ engineVersion: '"12.1.2"' })],
  },
  check: eachItem<Database>(
    'databases',
    ({ engine, engineVersion, readReplicas }, at, report, { catalog }) => {
      const majors = majorsOf(catalog.rdsEngineVersions, engine);
      const look = (major: string | undefined, path: readonly string[]) => {
        if (major === undefined || majors.includes(major)) return;
        report({
          at: path,
          message: `${unknownTo(catalog.rdsEngineVersions, `${engineFacts[engine].title} ${major}`)}, which has ${majors.join(', ')}`,
          help: 'check it with `aws rds describe-db-engine-versions`; if it is new, go ahead',
        });
      };
      const primary = readEngineVersion(engine, engineVersion)?.major;
      look(primary, at('engineVersion'));
      // A replica of PostgreSQL that has another major version than its primary is an error of its own.
      if (engine === 'postgres') return;
      for (const [key, { engineVersion: version = engineVersion }] of readReplicas) {
        const major = readEngineVersion(engine, version)?.major;
        if (major !== primary) look(major, at('readReplicas', key, 'engineVersion'));
      }
    },
  ),
});
