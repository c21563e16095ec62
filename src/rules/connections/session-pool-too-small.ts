import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { demandsOfWorkloads, linesOf, sentenceOf, total } from './demand.ts';
import { platform } from './examples.ts';

export const sessionPoolTooSmall = defineRule<Model>({
  code: 'connection/session-pool-too-small',
  severity: 'warning',
  summary: 'a pooler in session mode has a connection for every client',
  why: 'in session mode a connection to the database stays with its client until the client leaves, and an application leaves what is in its own pool open: the clients beyond wait for queryWaitTimeout and then get an error',
  source: 'pgbouncer/pgbouncer doc/config.md, pool_mode and query_wait_timeout (read 2026-11-25)',
  examples: {
    good: [
      platform({
        maxReplicas: 8,
        poolSize: 5,
        via: 'pgbouncer',
        pooler: '{userListSecret: clients, poolMode: session}',
      }),
    ],
    bad: [
      platform({
        maxReplicas: 10,
        poolSize: 5,
        via: 'pgbouncer',
        pooler: '{userListSecret: clients, poolMode: session}',
      }),
      platform({
        maxReplicas: 10,
        poolSize: 20,
        via: 'pgbouncer',
        pooler: '{userListSecret: clients, poolMode: session, replicas: 3, maxDbConnections: 50}',
      }),
    ],
  },
  check(model, report, { isWritten }) {
    for (const [key, { connectionPooler }] of model.databases) {
      if (connectionPooler?.poolMode !== 'session') continue;
      const { replicas, maxDbConnections } = connectionPooler;
      const most = replicas * maxDbConnections;
      const at = (name: string) => ['databases', key, 'connectionPooler', name];
      for (const clients of clientsByDatabase(model, key)) {
        if (total(clients) <= most) continue;
        const limits = ['replicas', 'maxDbConnections', 'defaultPoolSize', 'reservePoolSize'].map(at);
        report({
          at: at('poolMode'),
          message: `${sentenceOf(clients)}, but the pooler of ${key} has ${grouped(replicas)} pods × ${grouped(maxDbConnections)} = ${grouped(most)} for them in session mode`,
          help: 'write poolMode: transaction if the application needs nothing of a session, or a smaller poolSize',
          related: [
            ...limits.filter(isWritten).map((path) => ({
              message: 'what the pooler opens is set here',
              at: { path },
            })),
            ...linesOf(clients, at('poolMode'), isWritten),
          ],
          suggestions: [
            { message: 'give a connection back after each transaction', replacement: 'transaction' },
          ],
        });
      }
    }
  },
});

/** PgBouncer has pools of their own for each database inside of the instance. */
function clientsByDatabase(model: Model, key: string) {
  const databases = new Map<string | undefined, ReturnType<typeof demandsOfWorkloads>>();
  for (const demand of demandsOfWorkloads(model, key, 'pgbouncer')) {
    const name = model.workloads.get(demand.who)?.database?.databaseName;
    databases.set(name, [...(databases.get(name) ?? []), demand]);
  }
  return databases.values();
}
