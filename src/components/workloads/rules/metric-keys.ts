import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import { FIELDS_OF_KIND, isOfKnownKind, strangeFields } from '../metric-kinds.ts';
import type { Workloads } from '../schema.ts';

export const metricKeys = defineRule<Workloads>({
  code: 'workload/metric-keys',
  severity: 'error',
  summary: 'a metric has the keys of its kind and no others',
  why: 'the API server refuses a metric whose source is incomplete, and ignores nothing silently',
  source: 'autoscaling/v2 validation, vectors valid-070 to valid-079',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {orders: {kind: external, value: 100, selector: {queue: orders}}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {kind: container, container: app, averageUtilization: 70%}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {hits: {kind: object, value: 100}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {app-cpu: {kind: container, container: app, averageValue: 500m}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%, container: app}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageValue: 500m, resource: memory}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report) => {
    for (const [key, metric] of autoscaling?.metrics ?? []) {
      if (!isOfKnownKind(key, metric)) continue;
      const { kind } = metric;
      const { required } = FIELDS_OF_KIND[kind];
      const missing = required.filter((field) => metric[field] === undefined);
      if (missing.length > 0) {
        report({
          at: at('autoscaling', 'metrics', key),
          on: 'key',
          message: `the metric ${key} is of kind ${kind} and has no ${missing.join(' and no ')}`,
          help: `add ${missing.join(' and ')}`,
        });
      }
      for (const field of strangeFields(metric)) {
        report({
          at: at('autoscaling', 'metrics', key, field),
          on: 'key',
          message: `a metric of kind ${kind} has no ${field}`,
          help: `remove ${field}, or say another kind`,
          suggestions: [removal(at('autoscaling', 'metrics', key, field))],
        });
      }
      if (kind === 'resource' && metric.resource !== key) {
        report({
          at: at('autoscaling', 'metrics', key, 'resource'),
          message: `the metric ${key} measures ${metric.resource}`,
          help: 'remove resource; the key says what is measured',
          suggestions: [removal(at('autoscaling', 'metrics', key, 'resource'))],
        });
      }
    }
  }),
});
