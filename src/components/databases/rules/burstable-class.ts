import { rdsFamilyOf } from '../../../catalog/rds/families.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { readInstanceClass } from '../facts/instance-class.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const burstableClass = defineRule<Databases>({
  code: 'database/burstable-class',
  severity: 'warning',
  summary: 'a database in production has a class with steady CPU',
  why: 'burstable classes pay for load above their baseline (20 to 40 % of a vCPU) with extra charges, and a full load test tells nothing about them',
  source:
    'the scaling guide has db.t3.large for development only; unverified: baselines and extra charges (general knowledge of T classes)',
  examples: {
    good: [postgres(), `tier: staging\n${postgres({ class: 'db.t4g.large' })}`],
    bad: [postgres({ class: 'db.t3.large' })],
  },
  check: eachItem<Database>('databases', (database, at, report, { frame, catalog }) => {
    if (frame.tier !== 'prod') return;
    const { class: primary, adopt, readReplicas } = database;
    const look = (name: string, path: readonly string[], isAdopted: boolean) => {
      if (!readInstanceClass(name)?.isBurstable) return;
      // Of a class that RDS has given up another rule tells.
      const isRetired = catalog.rdsFamilies.rows.get(rdsFamilyOf(name))?.generation === 'retired';
      if (isRetired && !isAdopted) return;
      report({
        at: path,
        message: `${name} is a burstable class, in prod`,
        help: 'take a class of the m or r families, such as db.m7g.large',
      });
    };
    look(primary, at('class'), adopt !== undefined);
    for (const [key, replica] of readReplicas) {
      if (replica.class !== primary) look(replica.class, at('readReplicas', key, 'class'), replica.adopt);
    }
  }),
});
