import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const replicasNeedBackups = defineRule<Databases>({
  code: 'database/replicas-need-backups',
  severity: 'error',
  summary: 'a database with read replicas keeps backups',
  why: 'RDS makes a replica from the automatic backups of its primary and refuses one without',
  source:
    'botocore 1.43.11, API model of rds, CreateDBInstanceReadReplica, SourceDBInstanceIdentifier (read 2026-11-25)',
  examples: {
    good: [postgres({ readReplicas: '{replica-1: {}}', backups: '{retention: 7d}' })],
    bad: [`tier: staging\n${postgres({ readReplicas: '{replica-1: {}}', backups: '{retention: 0d}' })}`],
  },
  check: eachItem<Database>('databases', ({ backups, readReplicas }, at, report) => {
    if (readReplicas.size === 0 || backups.retention > 0) return;
    report({
      at: at('backups', 'retention'),
      message: `retention is 0d, and there ${readReplicas.size === 1 ? 'is a read replica' : `are ${readReplicas.size} read replicas`}`,
      help: 'write at least 1d',
      suggestions: [{ message: 'write 7d', replacement: '7d' }],
      related: [{ message: 'the replicas', at: { path: at('readReplicas'), on: 'key' } }],
    });
  }),
});
