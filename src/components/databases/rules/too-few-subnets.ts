import { defineRule } from '../../../compiler/rules/rule.ts';
import type { Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const tooFewSubnets = defineRule<Databases>({
  code: 'database/too-few-subnets',
  severity: 'error',
  summary: 'a database has subnets in at least two zones',
  why: 'RDS refuses a subnet group in one zone, for databases without a standby too',
  source: 'botocore 1.43.11, API model of rds, DBSubnetGroupDoesNotCoverEnoughAZs (read 2026-11-25)',
  examples: {
    good: [`foundation: {subnets: [a, b]}\n${postgres()}`],
    bad: [`foundation: {subnets: [a]}\n${postgres()}`],
  },
  check(databases, report, { frame }) {
    const { subnets } = frame.foundation;
    if (databases.size === 0 || subnets.length >= 2) return;
    report({
      at: ['foundation', 'subnets'],
      message: `there is ${subnets.length} subnet, and databases need two in different zones`,
      help: 'add a private subnet of another zone',
      related: [...databases.keys()].map((key) => ({
        message: 'a database',
        at: { path: ['databases', key], on: 'key' as const },
      })),
    });
  },
});
