import { formatCpu } from '../../../compiler/quantity/cpu.ts';
import { formatMemory } from '../../../compiler/quantity/memory.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const limitBelowRequest = defineRule<Workloads>({
  code: 'workload/limit-below-request',
  severity: 'error',
  summary: 'a limit is at least the request',
  why: 'the API server refuses a pod that requests more than it may use',
  source: 'kubernetes.io, Resource Management for Pods and Containers',
  examples: {
    good: ['workloads: {api: {replicas: 2, resources: {requests: {cpu: 500m}, limits: {cpu: 500m}}}}'],
    bad: [
      'workloads: {api: {replicas: 2, resources: {requests: {cpu: 500m}, limits: {cpu: 250m}}}}',
      'workloads: {api: {replicas: 2, resources: {requests: {memory: 1Gi}, limits: {memory: 512Mi}}}}',
    ],
  },
  check: eachItem('workloads', ({ resources: { requests, limits } }, at, report) => {
    for (const resource of ['cpu', 'memory'] as const) {
      const request = requests[resource];
      const limit = limits[resource];
      if (request === undefined || limit === undefined || limit >= request) continue;
      const format = resource === 'cpu' ? formatCpu : formatMemory;
      report({
        at: at('resources', 'limits', resource),
        message: `the limit is ${format(limit)}, but ${format(request)} are requested`,
        help: `raise the limit to ${format(request)} or more`,
        suggestions: [{ message: `write ${format(request)}`, replacement: format(request) }],
        related: [{ message: 'the request', at: { path: at('resources', 'requests', resource) } }],
      });
    }
  }),
});
