import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const metricKind = defineRule<Workloads>({
  code: 'workload/metric-kind',
  severity: 'error',
  summary: 'a metric other than cpu and memory says its kind',
  why: 'without it nobody knows which API serves the metric; as resources the metrics API knows cpu and memory only',
  source: 'autoscaling/v2 validation, vectors valid-043 and valid-067; metrics.k8s.io',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {rps: {kind: pods, averageValue: 100}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {rps: {averageValue: 100}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {rps: {kind: resource, averageValue: 100}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report) => {
    for (const [key, { kind }] of autoscaling?.metrics ?? []) {
      if (kind === undefined) {
        report({
          at: at('autoscaling', 'metrics', key),
          on: 'key',
          message: `the metric ${key} has no kind`,
          help: 'write kind: pods for a metric of each pod, object for one of another object, external for one from outside, container for one container',
        });
      } else if (kind === 'resource' && key !== 'cpu' && key !== 'memory') {
        report({
          at: at('autoscaling', 'metrics', key, 'kind'),
          message: `${key} is no resource; resources are cpu and memory`,
          help: `name the metric cpu or memory, or write kind: pods if each pod reports ${key} itself`,
        });
      }
    }
  }),
});
