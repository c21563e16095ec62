import { formatMemory } from '../../../compiler/quantity/memory.ts';
import { defineRule } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { ClusterAutoscalerSection } from '../schema.ts';
import { whenDeployed } from './deployed.ts';
import { example } from './example.ts';

export const memoryLimitBelowRequest = defineRule<ClusterAutoscalerSection>({
  code: 'cluster-autoscaler/memory-limit-below-request',
  severity: 'error',
  summary: 'the limit of memory is not below the request',
  why: 'the API server refuses the pods, and without them no node is added',
  source: 'kubernetes, ValidateResourceRequirements: "must be less than or equal to memory limit"',
  examples: {
    good: [example('resources: {requests: {memory: 1Gi}, limits: {memory: 1Gi}}')],
    bad: [example('resources: {requests: {memory: 1Gi}, limits: {memory: 600Mi}}')],
  },
  check: whenDeployed(({ resources: { requests, limits } }, at, report) => {
    if (limits.memory >= requests.memory) return;
    report({
      at: at('resources', 'limits', 'memory'),
      message: `the limit is ${formatMemory(limits.memory)}, and the request ${formatMemory(requests.memory)}`,
      help: 'raise the limit, or leave it out, and it is the request',
      suggestions: [removal(at('resources', 'limits', 'memory'))],
      related: [{ message: 'the request', at: { path: at('resources', 'requests', 'memory') } }],
    });
  }),
});
