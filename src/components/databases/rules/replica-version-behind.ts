import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { compareVersions } from '../facts/engine-version.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql, postgres } from './examples.ts';

export const replicaVersionBehind = defineRule<Databases>({
  code: 'database/replica-version-behind',
  severity: 'error',
  summary: 'replicas are upgraded before their primary',
  why: 'RDS wants all replicas upgraded first, and one apply changes the primary before them, because they refer to it',
  source:
    'awsdocs/amazon-rds-user-guide, Upgrading the PostgreSQL, MySQL and MariaDB DB engine: "you must upgrade all of the read replicas before upgrading the source instance" (read 2026-11-25)',
  examples: {
    good: [
      postgres({ readReplicas: '{a: {engineVersion: "16.13"}}' }),
      mysql({ readReplicas: '{a: {engineVersion: "8.4.10"}}' }),
      postgres({ readReplicas: '{a: {}}' }),
    ],
    bad: [
      postgres({ engineVersion: '"16.13"', readReplicas: '{a: {engineVersion: "16.12"}}' }),
      mysql({
        readReplicas: '{a: {engineVersion: "8.0.46"}}',
        parameters: undefined,
        parameterGroup: '{name: prod-tls}',
      }),
    ],
  },
  check: eachItem<Database>('databases', ({ engine, engineVersion, readReplicas }, at, report) => {
    for (const [key, replica] of readReplicas) {
      const { engineVersion: version } = replica;
      if (version === undefined || compareVersions(version, engineVersion) >= 0) continue;
      // Another major version of PostgreSQL is refused in either direction, by a rule of its own.
      if (engine === 'postgres' && Number.parseInt(version, 10) !== Number.parseInt(engineVersion, 10))
        continue;
      report({
        at: at('readReplicas', key, 'engineVersion'),
        message: `the replica has ${version} and its primary ${engineVersion}`,
        help: `apply the replica with ${engineVersion} first and the primary afterwards (docs/database-upgrades.md)`,
        related: [{ message: 'the primary', at: { path: at('engineVersion') } }],
      });
    }
  }),
});
