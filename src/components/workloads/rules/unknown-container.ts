import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const unknownContainer = defineRule<Workloads>({
  code: 'workload/unknown-container',
  severity: 'error',
  summary: 'a metric of one container names a container that there is',
  why: 'the controller finds no such container, reports an error, and the number of pods stays',
  source:
    'kubernetes/kubernetes pkg/controller/podautoscaler: a container that a pod does not have is an error of the metric',
  examples: {
    good: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", autoscaling: {maxReplicas: 10, metrics: {cpu: {kind: container, container: api, averageValue: 500m}}}}}',
    ],
    bad: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", autoscaling: {maxReplicas: 10, metrics: {cpu: {kind: container, container: app, averageValue: 500m}}}}}',
    ],
  },
  check: eachItem('workloads', ({ image, container, autoscaling }, at, report) => {
    if (image === undefined) return;
    for (const [key, metric] of autoscaling?.metrics ?? []) {
      if (metric.kind !== 'container' || metric.container === undefined) continue;
      if (metric.container === container) continue;
      report({
        at: at('autoscaling', 'metrics', key, 'container'),
        message: `the metric is about the container ${metric.container}, and the pods have ${container} only`,
        help: `write container: ${container}`,
        suggestions: [{ message: `write ${container}`, replacement: container }],
      });
    }
  }),
});
