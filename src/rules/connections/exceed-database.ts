import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { type Demand, demandOfPooler, demandsOfWorkloads, linesOf, sentenceOf, total } from './demand.ts';
import { platform } from './examples.ts';
import { supplyOf } from './supply.ts';
import { classThatFits, valuesThatFit } from './what-fits.ts';

export const exceedDatabase = defineRule<Model>({
  code: 'connection/exceed-database',
  severity: 'error',
  summary: 'a database has connections for all pods that there may be',
  why: 'at the peak, while a new version rolls out, PostgreSQL says "too many clients already": new pods fail, the autoscaler adds more of them, and the outage feeds itself',
  source:
    'n8n-io/terraform-aws-n8n #51; "ECS autoscaling fought our Postgres max_connections" (78 % of requests failed for 2 h 28 min); AWS RDS user guide CHAP_Limits (read 2026-10)',
  examples: {
    good: [
      platform({ maxReplicas: 15, poolSize: 20 }),
      platform({
        maxReplicas: 40,
        poolSize: 20,
        className: 'db.t3.large',
        database: 'parameters: {max_connections: {value: "1200"}}',
      }),
      platform({ maxReplicas: 40, poolSize: 20, via: 'pgbouncer', pooler: '{userListSecret: clients}' }),
    ],
    bad: [
      platform({ maxReplicas: 40, poolSize: 20 }),
      platform({ maxReplicas: 15, poolSize: 20, maxSurge: '100%' }),
      platform({
        maxReplicas: 15,
        poolSize: 20,
        database: 'parameters: {superuser_reserved_connections: {value: "50"}}',
      }),
      platform({
        maxReplicas: 40,
        poolSize: 20,
        className: 'db.t3.large',
        database: 'parameters: {max_connections: {value: "1000"}}',
      }),
      platform({
        maxReplicas: 40,
        poolSize: 20,
        via: 'pgbouncer',
        pooler: '{userListSecret: clients, defaultPoolSize: 150}',
      }),
    ],
  },
  check(model, report, { catalog, isWritten }) {
    for (const [key, database] of model.databases) {
      const pooler = demandOfPooler(model, key, database, isWritten);
      const demands = [...demandsOfWorkloads(model, key, 'direct'), ...(pooler ? [pooler] : [])];
      const classPath = ['databases', key, 'class'];
      const supply = supplyOf(catalog, database, key, database.class, classPath);
      const largest = largestOf(demands);
      if (!supply.isKnown || !largest || total(demands) <= supply.connections) continue;
      const left = supply.connections - (total(demands) - largest.connections);
      report({
        at: largest.sizePath,
        message: `${sentenceOf(demands)}, but ${key} gives ${supply.working}`,
        help: helpFor(largest),
        related: [
          { message: supply.origin, at: { path: supply.path } },
          ...linesOf(demands, largest.sizePath, isWritten),
        ],
        suggestions: [
          ...valuesThatFit(largest, left),
          ...(supply.followsClass
            ? classThatFits(
                catalog,
                database.engine,
                { className: database.class, classPath },
                total(demands),
              )
            : []),
        ],
      });
    }
  },
});

function largestOf(demands: readonly Demand[]): Demand | undefined {
  return demands.reduce<Demand | undefined>(
    (largest, demand) => (largest && largest.connections >= demand.connections ? largest : demand),
    undefined,
  );
}

function helpFor({ who }: Demand): string {
  const ways = who === 'the pooler' ? 'make it open fewer' : 'let the pods connect via pgbouncer';
  return `${ways}, or take what fits; a measured max_connections can be written into parameters`;
}
