import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { platform } from './examples.ts';

export const noPooler = defineRule<Model>({
  code: 'connection/no-pooler',
  severity: 'error',
  summary: 'pods connect via a pooler that there is',
  why: 'DB_HOST would name a Service that does not exist',
  source: 'spec language: via and connectionPooler (2026-11-25)',
  examples: {
    good: [platform({ maxReplicas: 10, poolSize: 5, via: 'pgbouncer', pooler: '{userListSecret: clients}' })],
    bad: [platform({ maxReplicas: 10, poolSize: 5, via: 'pgbouncer' })],
  },
  check({ workloads, databases }, report) {
    for (const [key, { database }] of workloads) {
      if (database?.via !== 'pgbouncer' || databases.get(database.ref)?.connectionPooler) continue;
      report({
        at: ['workloads', key, 'database', 'via'],
        message: `the database ${database.ref} has no connectionPooler`,
        help: `give databases.${database.ref} a connectionPooler, or write via: direct`,
        related: [{ message: 'the database', at: { path: ['databases', database.ref], on: 'key' } }],
        suggestions: [{ message: 'connect to the database itself', replacement: 'direct' }],
      });
    }
  },
});
