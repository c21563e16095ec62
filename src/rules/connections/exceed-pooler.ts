import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { demandsOfWorkloads, linesOf, sentenceOf, total } from './demand.ts';
import { platform } from './examples.ts';

export const exceedPooler = defineRule<Model>({
  code: 'connection/exceed-pooler',
  severity: 'error',
  summary: 'a connection pooler takes all clients that there may be',
  why: 'PgBouncer refuses clients beyond max_client_conn ("no more connections allowed"), so that the pods that an autoscaler adds at the peak cannot connect',
  source: 'pgbouncer/pgbouncer doc/config.md, max_client_conn (read 2026-11-25)',
  examples: {
    good: [
      platform({ maxReplicas: 20, poolSize: 50, via: 'pgbouncer', pooler: '{userListSecret: clients}' }),
    ],
    bad: [
      platform({ maxReplicas: 40, poolSize: 50, via: 'pgbouncer', pooler: '{userListSecret: clients}' }),
      platform({
        maxReplicas: 20,
        poolSize: 50,
        via: 'pgbouncer',
        pooler: '{userListSecret: clients, maxClientConnections: 500}',
      }),
    ],
  },
  check(model, report, { isWritten }) {
    for (const [key, { connectionPooler }] of model.databases) {
      if (!connectionPooler) continue;
      const { maxClientConnections, replicas } = connectionPooler;
      const demands = demandsOfWorkloads(model, key, 'pgbouncer');
      const most = maxClientConnections * replicas;
      if (total(demands) <= most) continue;
      const at = ['databases', key, 'connectionPooler', 'maxClientConnections'];
      const podsPath = ['databases', key, 'connectionPooler', 'replicas'];
      const fitting = Math.ceil(total(demands) / replicas);
      report({
        at,
        message: `${sentenceOf(demands)}, but the pooler of ${key} takes ${grouped(maxClientConnections)} × ${grouped(replicas)} pods = ${grouped(most)}`,
        help: `${grouped(fitting)} is enough for clients that spread evenly; give it some room`,
        related: [
          ...(isWritten(podsPath)
            ? [{ message: 'the number of pods of the pooler is set here', at: { path: podsPath } }]
            : []),
          ...linesOf(demands, at, isWritten),
        ],
        suggestions: [
          { message: `maxClientConnections ${grouped(fitting)} fits`, replacement: String(fitting) },
        ],
      });
    }
  },
});
