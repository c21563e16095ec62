import { rdsFamilyOf } from '../../../catalog/rds/families.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';
import { instancesOfDatabase } from './instance-classes.ts';

export const classRetired = defineRule<Databases>({
  code: 'database/class-retired',
  severity: 'error',
  summary: 'a database is not created on classes that RDS has given up',
  why: 'RDS refuses the instance during the apply, and moves those that it still has to a newer family in a maintenance window',
  source:
    'AWS re:Post "Reserved Instances end of life": m4, r4 and t2 are moved from 2024-06-01 on (read 2026-11-27); unverified: t1, m1 and m2',
  examples: {
    good: [postgres(), postgres({ adopt: 'true', username: 'postgres', class: 'db.m4.large' })],
    bad: [
      postgres({ class: 'db.m4.large' }),
      `tier: dev\n${postgres({ class: 'db.t2.micro' })}`,
      postgres({ readReplicas: '{a: {class: db.r4.2xlarge}}' }),
    ],
  },
  check: eachItem<Database>('databases', (database, at, report, { catalog, frame }) => {
    for (const { className, classPath, adopt } of instancesOfDatabase(database, at)) {
      const family = rdsFamilyOf(className);
      const known = catalog.rdsFamilies.rows.get(family);
      // What is adopted exists, and must say the class that it has.
      if (known?.generation !== 'retired' || adopt) continue;
      // In production a burstable class would be the next finding.
      const burstable = frame.tier === 'prod' ? 'db.m7g' : 'db.t4g';
      const better = known.isBurstable ? burstable : `db.${family.charAt(3)}7g`;
      report({
        at: classPath,
        message: `RDS makes no instances of ${family} any more${known.retiredOn === undefined ? '' : `, since ${known.retiredOn}`}`,
        help: `take a class of ${better}`,
      });
    }
  }),
});
