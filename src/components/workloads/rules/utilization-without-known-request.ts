import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { utilizations } from '../pod-targets.ts';
import type { Workloads } from '../schema.ts';

export const utilizationWithoutKnownRequest = defineRule<Workloads>({
  code: 'workload/utilization-without-known-request',
  severity: 'warning',
  summary: 'the resources of an existing Deployment include what its utilization is measured against',
  why: 'one container without that request breaks the whole autoscaler, and capacity cannot be computed',
  source: 'kubernetes #79365; prometheus-adapter #293',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {resources: {requests: {cpu: 500m}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
    bad: [
      'workloads: {api: {resources: {requests: {memory: 512Mi}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', (workload, at, report) => {
    const { image, resources } = workload;
    const { requests, limits } = resources;
    const isTold = [requests.cpu, requests.memory, limits.cpu, limits.memory].some(
      (amount) => amount !== undefined,
    );
    if (image !== undefined || !isTold) return;
    for (const { key, resource } of utilizations(workload)) {
      if (requests[resource] !== undefined) continue;
      report({
        at: at('autoscaling', 'metrics', key, 'averageUtilization'),
        message: `the metric is a share of the requested ${resource}, and resources.requests has no ${resource}`,
        help: `make sure that every container of ${workload.name} requests ${resource}, and write it in resources.requests.${resource}`,
      });
    }
  }),
});
