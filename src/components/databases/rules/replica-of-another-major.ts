import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { majorsOf, readEngineVersion } from '../facts/engine-version.ts';
import { engineFacts } from '../facts/engines.ts';
import { parameterGroupOf } from '../names.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql, postgres } from './examples.ts';

export const replicaOfAnotherMajor = defineRule<Databases>({
  code: 'database/replica-of-another-major',
  severity: 'error',
  summary:
    'a replica is of the major version of its primary, or of the next one where the engine can do that',
  why: 'PostgreSQL copies blocks, which another major version cannot read, and RDS upgrades the replicas together with their primary; MySQL and MariaDB replicate to the next major version, with parameters of its family',
  source:
    'RDS user guide, USER_UpgradeDBInstance.PostgreSQL.MajorVersion: replicas "are also upgraded to that next major version" (read 2026-11-25); unverified: that MySQL replicates no further than to the next major version',
  examples: {
    good: [
      mysql({
        engineVersion: '"8.4.9"',
        readReplicas: '{a: {engineVersion: "9.7.1"}}',
        parameters: undefined,
        parameterGroup: '{name: tls}',
        changes: undefined,
      }),
    ],
    bad: [
      postgres({ readReplicas: '{a: {engineVersion: "17.8"}}' }),
      postgres({ readReplicas: '{a: {engineVersion: "15.16"}}' }),
      mysql({ readReplicas: '{a: {engineVersion: "9.7.1"}}' }),
    ],
  },
  check: eachItem<Database>('databases', (database, at, report, { catalog }) => {
    const { engine, engineVersion, readReplicas } = database;
    const major = readEngineVersion(engine, engineVersion)?.major;
    if (major === undefined) return;
    const { title } = engineFacts[engine];
    const majors = majorsOf(catalog.rdsEngineVersions, engine);
    const next = majors[majors.indexOf(major) + 1];
    for (const [key, { engineVersion: version }] of readReplicas) {
      const other = version === undefined ? undefined : readEngineVersion(engine, version)?.major;
      if (other === undefined || other === major) continue;
      const path = at('readReplicas', key, 'engineVersion');
      const message = `the replica has ${title} ${other} and its primary ${major}`;
      const related = [{ message: 'the primary', at: { path: at('engineVersion') } }];
      if (engine === 'postgres') {
        const help = 'remove engineVersion from the replica: the upgrade of the primary takes it along';
        report({ at: path, message, help, related });
      } else if (majors.includes(major) && majors.indexOf(other) > majors.indexOf(major) && other !== next) {
        report({ at: path, message, help: `upgrade to ${next} first`, related });
      } else if (
        majors.indexOf(other) > majors.indexOf(major) &&
        parameterGroupOf(database).kind === 'managed'
      ) {
        const help =
          'replicas share the parameter group, which is of the family of the primary: use a blue/green deployment (docs/database-upgrades.md)';
        report({ at: path, message, help, related });
      }
    }
  }),
});
