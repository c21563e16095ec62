import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

/** The same for the three engines. */
const MOST = 15;
const replicas = (count: number) =>
  `{${Array.from({ length: count }, (_, i) => `r${i + 1}: {}`).join(', ')}}`;

export const tooManyReplicas = defineRule<Databases>({
  code: 'database/too-many-replicas',
  severity: 'error',
  summary: 'a database has at most 15 read replicas',
  why: 'RDS refuses the sixteenth',
  source:
    'botocore 1.43.11, API model of rds, CreateDBInstanceReadReplica, SourceDBInstanceIdentifier (read 2026-11-25)',
  examples: {
    good: [postgres({ readReplicas: replicas(15) })],
    bad: [postgres({ readReplicas: replicas(16) })],
  },
  check: eachItem<Database>('databases', ({ readReplicas }, at, report) => {
    if (readReplicas.size <= MOST) return;
    report({
      at: at('readReplicas'),
      on: 'key',
      message: `there are ${readReplicas.size} read replicas, and RDS takes ${MOST}`,
      help: 'take fewer and larger replicas',
    });
  }),
});
