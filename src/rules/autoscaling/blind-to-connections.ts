import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { isOfPods } from '../../components/workloads/pod-targets.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { demandOfPooler, demandsOfWorkloads, total } from '../connections/demand.ts';
import { supplyOf } from '../connections/supply.ts';
import { example } from './example.ts';

/** Above this share of its connections a class is too small. Our choice (2026-11) */
const FULL_PERCENT = 80;

export const blindToConnections = defineRule<Model>({
  code: 'autoscaling/blind-to-connections',
  severity: 'warning',
  summary: 'a workload that connections hold back is not scaled by CPU and memory alone',
  why: 'pods that wait for a connection use no CPU: the autoscaler sees idle pods and removes some while requests queue, and where it adds pods they take the last connections and no work gets done faster',
  source:
    'post-mortem "ECS autoscaling fought our Postgres max_connections"; dev.to, "How a Kubernetes autoscaling incident took down our API" (3 to 15 pods with pools of 50 at 200 connections), and genexdbs.com, "Autoscaling databases in Kubernetes" (CPU near 30 % while work piles up), read 2026-11-27; the share of 80 % is our choice. Clients of a pooler share connections, so that they are not counted',
  examples: {
    good: [
      example({ poolSize: 10 }),
      example({ via: 'pgbouncer' }),
      example({
        metrics: 'cpu: {averageUtilization: 70%}, http_requests_per_second: {kind: pods, averageValue: 100}',
        start: 'foundation: {metricsAdapters: {custom: prometheus-adapter}}\n',
      }),
      example({ start: 'tier: staging\n' }),
    ],
    bad: [
      example({}),
      example({ metrics: 'cpu: {averageUtilization: 70%}, memory: {averageValue: 400Mi}' }),
      example({ maxReplicas: 35, poolSize: 4 }),
    ],
  },
  check(model, report, { frame, catalog, isWritten }) {
    // What is measured elsewhere is seldom the load of anybody.
    if (frame.tier !== 'prod') return;
    for (const [key, database] of model.databases) {
      const supply = supplyOf(catalog, database, key, database.class, ['databases', key, 'class']);
      if (!supply.isKnown) continue;
      const direct = demandsOfWorkloads(model, key, 'direct');
      const pooler = demandOfPooler(model, key, database);
      const asked = total(pooler ? [...direct, pooler] : direct);
      const isFull = asked * 100 >= supply.connections * FULL_PERCENT;
      // More than there is tells `connection/exceed-database`.
      if (!isFull || asked > supply.connections) continue;
      for (const { who, working, connections, size, sizePath, podsPath } of direct) {
        // One of many clients is not held back by its own connections.
        if (connections * 2 < asked) continue;
        const metrics = [...(model.workloads.get(who)?.autoscaling?.metrics ?? [])];
        if (metrics.length === 0 || !metrics.every(([, { kind }]) => isOfPods(kind))) continue;
        const names = metrics.map(([, { resource }]) => resource ?? 'cpu');
        const others = asked > connections ? ` and ${grouped(asked - connections)} of others` : '';
        const share = Math.floor((asked * 100) / supply.connections);
        const surgePath = ['workloads', who, 'rollout', 'maxSurge'];
        report({
          at: ['workloads', who, 'autoscaling', 'metrics'],
          on: 'key',
          message: `${who} follows ${[...new Set(names)].join(' and ')} alone, but at the peak its ${working} = ${grouped(connections)} connections${others} are ${share}% of what ${key} gives: ${supply.working}`,
          help: `follow what waits as well (requests, a queue, latency: kind pods, object or external), or let the pods share connections via pgbouncer; each pod takes ${grouped(size)}`,
          related: [
            { message: supply.origin, at: { path: supply.path } },
            { message: 'the connections of one pod are set here', at: { path: sizePath } },
            { message: 'the number of pods is set here', at: { path: podsPath } },
            ...(isWritten(surgePath)
              ? [{ message: 'how many there may be above it is set here', at: { path: surgePath } }]
              : []),
          ],
        });
      }
    }
  },
});
