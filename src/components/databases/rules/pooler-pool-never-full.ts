import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const poolerPoolNeverFull = defineRule<Databases>({
  code: 'connection-pooler/pool-never-full',
  severity: 'warning',
  summary: 'the sizes of a pool fit into each other',
  why: 'PgBouncer silently uses the smaller number, so that the larger one says nothing',
  source: 'pgbouncer/pgbouncer doc/config.md, min_pool_size and max_db_connections (read 2026-11-25)',
  examples: {
    good: [
      postgres({
        connectionPooler: '{userListSecret: c, minPoolSize: 10, defaultPoolSize: 10, maxDbConnections: 30}',
      }),
      postgres({ connectionPooler: '{userListSecret: c, maxDbConnections: 20}' }),
    ],
    bad: [
      postgres({ connectionPooler: '{userListSecret: c, minPoolSize: 20, defaultPoolSize: 10}' }),
      postgres({ connectionPooler: '{userListSecret: c, defaultPoolSize: 25, maxDbConnections: 20}' }),
    ],
  },
  check: eachItem<Database>('databases', ({ connectionPooler }, at, report, { isWritten }) => {
    if (!connectionPooler) return;
    const { minPoolSize, defaultPoolSize, maxDbConnections } = connectionPooler;
    const pairs = [
      ['minPoolSize', minPoolSize, 'defaultPoolSize', defaultPoolSize],
      ['defaultPoolSize', defaultPoolSize, 'maxDbConnections', maxDbConnections],
    ] as const;
    for (const [name, size, limitName, limit] of pairs) {
      // A default that is cut by a limit somebody wrote has done no harm.
      if (size <= limit || !isWritten(at('connectionPooler', name))) continue;
      report({
        at: at('connectionPooler', name),
        message: `${name} is ${size}, but ${limitName} is ${limit}`,
        help: `write ${limit} or less, or raise ${limitName}`,
        related: [{ message: `${limitName} is set here`, at: { path: at('connectionPooler', limitName) } }],
        suggestions: [{ message: `write ${limit}`, replacement: String(limit) }],
      });
    }
  }),
});
