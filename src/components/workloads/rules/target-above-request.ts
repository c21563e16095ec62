import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { leastThatAddsPods, mostUtilization, utilizations } from '../pod-targets.ts';
import type { Workloads } from '../schema.ts';

export const targetAboveRequest = defineRule<Workloads>({
  code: 'workload/target-above-request',
  severity: 'warning',
  summary: 'a utilization target is at most 100% of the request',
  why: 'pods then rest on CPU or memory that nobody has set aside for them, which other pods may take at any time',
  source: 'kubernetes.io, Resource Management for Pods and Containers',
  examples: {
    good: ['workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}'],
    bad: ['workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 150%}}}}}'],
  },
  check: eachItem('workloads', (workload, at, report) => {
    for (const { target, ...metric } of utilizations(workload)) {
      const { key, resource } = metric;
      const most = mostUtilization(workload, metric);
      if (target <= 100 || (most !== undefined && leastThatAddsPods(target) >= most)) continue;
      report({
        at: at('autoscaling', 'metrics', key, 'averageUtilization'),
        message: `the target is ${target}% of the requested ${resource}`,
        help: 'raise the request, or lower the target to 100% or less',
        suggestions: [{ message: 'write 100%', replacement: '100%' }],
      });
    }
  }),
});
