import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isOfKnownKind, strangeFields, TARGETS, TARGETS_OF_KIND } from '../metric-kinds.ts';
import type { Workloads } from '../schema.ts';

export const metricTarget = defineRule<Workloads>({
  code: 'workload/metric-target',
  severity: 'error',
  summary: 'a metric has exactly one target, one that its kind takes',
  why: 'the API server refuses a metric without a target or with two, and the controller cannot use one of another kind',
  source: 'autoscaling/v2 validation, vectors valid-052, valid-061 and valid-064; docs of MetricTarget',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageValue: 500m}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {orders: {kind: external, averageValue: 30}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%, averageValue: 500m}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {rps: {kind: pods, value: 100}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report) => {
    for (const [key, metric] of autoscaling?.metrics ?? []) {
      if (!isOfKnownKind(key, metric)) continue;
      const wanted = TARGETS_OF_KIND[metric.kind];
      const choice = wanted.join(' or ');
      const written = TARGETS.filter((target) => metric[target] !== undefined);
      const wrong = written.filter((target) => !wanted.includes(target));
      if (written.length === 0) {
        report({
          at: at('autoscaling', 'metrics', key),
          on: 'key',
          message: `the metric ${key} has no target`,
          help: `add ${choice}`,
        });
      } else if (wrong[0] !== undefined) {
        // With keys of another kind, too, it is the kind that is wrong.
        if (strangeFields(metric).length > 0) continue;
        report({
          at: at('autoscaling', 'metrics', key, wrong[0]),
          on: 'key',
          message: `a metric of kind ${metric.kind} takes no ${wrong[0]}`,
          help: `write ${choice}`,
        });
      } else if (written.length > 1) {
        report({
          at: at('autoscaling', 'metrics', key, written[1] as string),
          on: 'key',
          message: `the metric ${key} has ${written.length} targets: ${written.join(' and ')}`,
          help: 'keep one of them',
        });
      }
    }
  }),
});
