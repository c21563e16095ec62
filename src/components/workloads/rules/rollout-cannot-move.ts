import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const rolloutCannotMove = defineRule<Workloads>({
  code: 'workload/rollout-cannot-move',
  severity: 'error',
  summary: 'an update may add a pod or take one away',
  why: 'the API server refuses maxSurge and maxUnavailable of zero together',
  source: 'apps/v1 validation of rollingUpdate',
  examples: {
    good: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, rollout: {maxSurge: 1, maxUnavailable: 0}}}',
    ],
    bad: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, rollout: {maxSurge: 0}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, rollout: {maxSurge: 0%, maxUnavailable: 0%}}}',
    ],
  },
  check: eachItem('workloads', ({ image, rollout }, at, report) => {
    if (image === undefined || rollout.maxSurge.amount > 0 || rollout.maxUnavailable.amount > 0) return;
    report({
      at: at('rollout', 'maxSurge'),
      message: 'maxSurge and maxUnavailable are both 0',
      help: 'write maxSurge: 25% or more, or allow a pod to be missing',
      suggestions: [{ message: 'write 25%', replacement: '25%' }],
    });
  }),
});
