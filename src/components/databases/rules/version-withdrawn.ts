import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { engineFacts } from '../facts/engines.ts';
import { withdrawalOf } from '../facts/withdrawn-versions.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql, postgres } from './examples.ts';

export const versionWithdrawn = defineRule<Databases>({
  code: 'database/version-withdrawn',
  severity: 'warning',
  summary: 'a pinned minor version is one that RDS still offers',
  why: 'RDS refuses to create what it has withdrawn, and upgrades in a maintenance window what still runs it; the next plan then wants the older version back, which RDS refuses too',
  source:
    'notice of AWS Health on PostgreSQL 14.17, 15.12, 16.8, 17.4 and earlier; aws/aws-cdk #38261 for MySQL, #35896 for MariaDB (read 2026-11-27)',
  examples: {
    good: [postgres(), postgres({ engineVersion: '"16"' }), mysql()],
    bad: [
      postgres({ engineVersion: '"16.8"' }),
      postgres({ engineVersion: '"17.4"' }),
      mysql({ engineVersion: '"8.4.4"' }),
    ],
  },
  check: eachItem<Database>('databases', ({ engine, engineVersion, readReplicas }, at, report) => {
    const look = (version: string, path: readonly string[]) => {
      const withdrawal = withdrawalOf(engine, version);
      if (!withdrawal) return;
      const { title } = engineFacts[engine];
      report({
        at: path,
        message: `RDS makes no instances of ${title} ${version} any more, since ${withdrawal.since}`,
        help: `write a later minor version: ${withdrawal.oldest} was the oldest then, and \`aws rds describe-db-engine-versions --engine ${engine}\` shows the newest`,
      });
    };
    look(engineVersion, at('engineVersion'));
    for (const [key, replica] of readReplicas) {
      // Of a replica that is as old as its primary enough is said.
      if (replica.engineVersion === undefined || withdrawalOf(engine, engineVersion)) continue;
      look(replica.engineVersion, at('readReplicas', key, 'engineVersion'));
    }
  }),
});
