import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { type Demand, demandOfPooler, demandsOfWorkloads, sentenceOf, total } from './demand.ts';
import { platform } from './examples.ts';
import { supplyOf } from './supply.ts';

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
      platform({ maxReplicas: 40, poolSize: 20, database: 'parameters: {max_connections: {value: "1200"}}' }),
      platform({ maxReplicas: 40, poolSize: 20, via: 'pgbouncer', pooler: '{userListSecret: clients}' }),
    ],
    bad: [
      platform({ maxReplicas: 40, poolSize: 20 }),
      platform({ maxReplicas: 15, poolSize: 20, maxSurge: '100%' }),
      platform({ maxReplicas: 40, poolSize: 20, database: 'parameters: {max_connections: {value: "1000"}}' }),
      platform({
        maxReplicas: 40,
        poolSize: 20,
        via: 'pgbouncer',
        pooler: '{userListSecret: clients, defaultPoolSize: 150}',
      }),
    ],
  },
  check(model, report, { catalog }) {
    for (const [key, database] of model.databases) {
      const pooler = demandOfPooler(model, key, database);
      const demands = [...demandsOfWorkloads(model, key, 'direct'), ...(pooler ? [pooler] : [])];
      const supply = supplyOf(catalog, database, key, database.class, ['databases', key, 'class']);
      const largest = largestOf(demands);
      if (!supply.isKnown || !largest || total(demands) <= supply.connections) continue;
      report({
        at: largest.sizePath,
        message: `${sentenceOf(demands)}, but ${key} gives ${supply.working}`,
        help: helpFor(largest, demands, supply.connections),
        related: [
          { message: supply.origin, at: { path: supply.path } },
          ...demands.map(({ who, podsPath }) => ({
            message: `the number of pods of ${who} is set here`,
            at: { path: podsPath },
          })),
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

/** The size that would fit is only said when one change of it is enough. */
function helpFor(largest: Demand, demands: readonly Demand[], supply: number): string {
  const left = supply - (total(demands) - largest.connections);
  const size = Math.floor(left / (largest.connections / largest.size));
  const isPooler = largest.who === 'the pooler';
  const ways = [
    ...(size >= 1 ? [`${largest.sizePath.at(-1)} ${grouped(size)} fits`] : []),
    ...(isPooler ? [] : ['let the pods connect via pgbouncer']),
    'take a larger class',
  ];
  return `${ways.join(', or ')}; a measured max_connections can be written into parameters`;
}
