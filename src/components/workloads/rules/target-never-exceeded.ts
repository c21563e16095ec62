import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isNeverExceeded, mostUtilization, utilizations } from '../metric-kinds.ts';
import type { Workloads } from '../schema.ts';

export const targetNeverExceeded = defineRule<Workloads>({
  code: 'workload/target-never-exceeded',
  severity: 'warning',
  summary: 'pods can use so much more than the target that pods are added',
  why: 'a pod uses no more than its limit, and pods are added only when use is more than 10 % above the target',
  source: 'tolerance 0.1 of kube-controller-manager, fixed on EKS; autoscaling.md 1.2',
  examples: {
    good: [
      'workloads: {api: {resources: {requests: {cpu: 500m}, limits: {cpu: 500m}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {resources: {requests: {cpu: 500m}, limits: {cpu: "1"}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 90%}}}}}',
    ],
    bad: [
      'workloads: {api: {resources: {requests: {cpu: 500m}, limits: {cpu: 500m}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 95%}}}}}',
    ],
  },
  check: eachItem('workloads', (workload, at, report) => {
    for (const { key, resource, target } of utilizations(workload)) {
      const most = mostUtilization(workload, resource);
      if (most === undefined || !isNeverExceeded(target, most)) continue;
      report({
        at: at('autoscaling', 'metrics', key, 'averageUtilization'),
        message: `the target is ${target}% of the requested ${resource}, and the limit ends use at ${most}%`,
        help: `lower the target below ${Math.ceil(most / 1.1)}%, or raise the limit`,
        related: [{ message: 'the limit', at: { path: at('resources', 'limits', resource) } }],
      });
    }
  }),
});
