import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { formatAmount, utilizations } from '../pod-targets.ts';
import type { Workloads } from '../schema.ts';

export const utilizationWithoutRequest = defineRule<Workloads>({
  code: 'workload/utilization-without-request',
  severity: 'error',
  summary: 'a Deployment of ours requests what its utilization is measured against',
  why: 'utilization is use divided by request: without a request the metric is an error, and the number of pods stays',
  source:
    'kubernetes #79365; #12035: a limit is taken for a request that is missing; requests are written out so that capacity can be computed',
  examples: {
    good: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", resources: {requests: {cpu: 500m}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
    bad: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", resources: {requests: {memory: 512Mi}}, autoscaling: {maxReplicas: 10, metrics: {memory: {averageValue: 400Mi}, cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", resources: {limits: {cpu: 500m}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', (workload, at, report) => {
    if (workload.image === undefined) return;
    for (const { key, resource } of utilizations(workload)) {
      const { requests, limits } = workload.resources;
      if (requests[resource] !== undefined) continue;
      const limit = limits[resource];
      const limitText = limit === undefined ? '' : formatAmount(limit, resource);
      report({
        at: at('autoscaling', 'metrics', key, 'averageUtilization'),
        message: `the metric is a share of the requested ${resource}, and resources.requests has no ${resource}${limitText === '' ? '' : ` (Kubernetes would silently take the limit of ${limitText})`}`,
        help: `add resources.requests.${resource}${limitText === '' ? ', or write averageValue' : `: ${limitText} if that is meant`}`,
        ...(limit === undefined
          ? {}
          : { related: [{ message: 'the limit', at: { path: at('resources', 'limits', resource) } }] }),
      });
    }
  }),
});
