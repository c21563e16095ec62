import { defineRule } from '../../compiler/rules/rule.ts';
import { setting } from '../../compiler/rules/suggestions.ts';
import type { Model } from '../../components/registry.ts';
import { eventFloors } from '../../traffic/events-floors.ts';
import { isOver } from './each-event.ts';
import { event, example } from './example.ts';

export const aboveMaximum = defineRule<Model>({
  code: 'traffic-event/above-maximum',
  severity: 'warning',
  summary: 'a workload may have as many pods as its events need',
  why: 'the floor stops at the greatest number, and so does the autoscaler: the rest of the requests waits or fails',
  source: 'elastiform: pods are counted as the capacity plan counts them (2026-11-27)',
  examples: {
    good: [
      example(event('sale', '2027-03-01', '2027-03-03')),
      // Its pods do not follow the traffic.
      example('sale: {from: "2027-03-01", to: "2027-03-03", factor: 50}', {
        traffic: ', workloads: {api: {share: 0%}, other: {ratePerPod: 10000/min}}',
        more: '\n',
      }).replace(
        'workloads: {api: {auto',
        'workloads: {other: {autoscaling: {minReplicas: 3, maxReplicas: 9, metrics: {cpu: {averageUtilization: 70%}}}, resources: {requests: {cpu: 500m, memory: 256Mi}}}, api: {auto',
      ),
    ],
    bad: [
      example('sale: {from: "2027-03-01", to: "2027-03-03", factor: 5}'),
      // It has grown by then.
      example(event('sale', '2027-03-01', '2027-03-03'), { traffic: ', growth: {3mo: 2000/min}' }),
      example(event('sale', '2027-03-01', '2027-03-03'), {
        workload: 'replicas: 3',
        traffic: ', workloads: {api: {}}',
      }),
    ],
  },
  check(model, report, { catalog, today, isWritten }) {
    for (const { event, target, kind, key, needed, most, mostPath } of eventFloors(model, catalog)) {
      // Nodes for these pods are fewer than those for the most pods, of which capacity/not-enough-nodes tells.
      if (kind !== 'workloads' || needed.value <= most || isOver(event, today)) continue;
      const field = mostPath.at(-1);
      const rate = ['traffic', 'workloads', key, 'ratePerPod'];
      report({
        at: ['traffic', 'events', event.name, 'factor'],
        message: `${event.name} needs ${needed.value} pods of ${target}, but ${field} is ${most}: ${needed.formula}`,
        help: `raise ${field} to ${needed.value} or more, and the groups of nodes with it`,
        related: [
          { message: 'the greatest number', at: { path: mostPath } },
          ...(isWritten(rate) ? [{ message: 'what one pod serves', at: { path: rate } }] : []),
        ],
        suggestions: [setting(mostPath, needed.value)],
      });
    }
  },
});
