import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql, postgres } from './examples.ts';

export const poolerOnlyPostgres = defineRule<Databases>({
  code: 'connection-pooler/only-postgres',
  severity: 'error',
  summary: 'a connection pooler stands before PostgreSQL',
  why: 'PgBouncer speaks the protocol of PostgreSQL and no other',
  source: 'pgbouncer/pgbouncer README (read 2026-11-25)',
  examples: {
    good: [postgres({ connectionPooler: '{userListSecret: clients}' })],
    bad: [mysql({ connectionPooler: '{userListSecret: clients}' })],
  },
  check: eachItem<Database>('databases', ({ engine, connectionPooler }, at, report) => {
    if (!connectionPooler || engine === 'postgres') return;
    report({
      at: at('connectionPooler'),
      on: 'key',
      message: `PgBouncer cannot talk to ${engine}`,
      help: 'remove connectionPooler, and let the pods connect to the database itself',
      suggestions: [removal(at('connectionPooler'))],
      related: [{ message: 'the engine', at: { path: at('engine') } }],
    });
  }),
});
