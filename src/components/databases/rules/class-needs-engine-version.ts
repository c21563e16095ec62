import { isRunBy } from '../../../catalog/oldest-versions.ts';
import { rdsFamilyOf } from '../../../catalog/rds/families.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { majorsOf, readEngineVersion } from '../facts/engine-version.ts';
import { engineFacts } from '../facts/engines.ts';
import type { Database, Databases } from '../schema.ts';
import { mariadb, postgres } from './examples.ts';
import { instancesOfDatabase } from './instance-classes.ts';

export const classNeedsEngineVersion = defineRule<Databases>({
  code: 'database/class-needs-engine-version',
  severity: 'error',
  summary: 'the engine and its version run on the instance class',
  why: 'RDS offers a family of classes from certain versions on and refuses the others, during the apply; Terraform plans them without a word',
  source:
    'RDS user guide "Supported DB engines for DB instance classes", Concepts.DBInstanceClass.Support (read 2026-11-27)',
  examples: {
    good: [
      postgres({ class: 'db.m8g.large', engineVersion: '"16"' }),
      postgres({ class: 'db.m8g.large' }),
      mariadb({ class: 'db.r8g.large' }),
    ],
    bad: [
      postgres({ class: 'db.m3.large' }),
      mariadb({ class: 'db.r8g.large', engineVersion: '"11.8.2"' }),
      postgres({
        class: 'db.m6g.large',
        readReplicas: '{a: {class: db.r3.large}}',
        parameters: '{max_connections: {value: "500"}}',
      }),
    ],
  },
  check: eachItem<Database>('databases', (database, at, report, { catalog }) => {
    const { title, majorParts } = engineFacts[database.engine];
    const majors = majorsOf(catalog.rdsEngineVersions, database.engine);
    for (const instance of instancesOfDatabase(database, at)) {
      const { className, classPath, version, versionPath } = instance;
      const family = rdsFamilyOf(className);
      const engines = catalog.rdsFamilies.rows.get(family)?.engines;
      if (!engines) continue;
      const oldest = engines[database.engine];
      if (oldest && isRunBy(oldest, version, majorParts)) continue;
      // Of a version that there is not another rule tells.
      const major = readEngineVersion(database.engine, version)?.major;
      if (oldest && !(major && majors.includes(major))) continue;
      report({
        at: classPath,
        message: oldest
          ? `${className} runs ${title} from ${listOf(oldest)} on, and the version is ${version}`
          : `${family} has no ${title}`,
        help: oldest
          ? 'take a later version, or an older class'
          : 'take a class of another family, such as db.r7g',
        related: [{ message: 'the version', at: { path: versionPath } }],
      });
    }
  }),
});

function listOf(versions: readonly string[]): string {
  return versions.length < 2
    ? versions.join('')
    : `${versions.slice(0, -1).join(', ')} and ${versions.at(-1)}`;
}
