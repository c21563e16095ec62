import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Workloads } from '../schema.ts';

export const oneScaler = defineRule<Workloads>({
  code: 'workload/one-scaler',
  severity: 'error',
  summary: 'a workload has either replicas or autoscaling',
  why: 'two hands on one number undo each other, and without any nobody says how many pods there are',
  source: 'terraform-provider-kubernetes #584; the owner of each field, docs/architecture.md',
  examples: {
    good: [
      'workloads: {api: {replicas: 2}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
    bad: [
      'workloads: {api: {}}',
      'workloads: {api: {replicas: 2, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', ({ replicas, autoscaling }, at, report) => {
    if (replicas === undefined && !autoscaling) {
      report({
        at: at(),
        on: 'key',
        message: 'the workload has neither replicas nor autoscaling',
        help: 'write replicas for a fixed number, or autoscaling with maxReplicas and metrics',
      });
    }
    if (replicas !== undefined && autoscaling) {
      report({
        at: at('replicas'),
        message: `replicas is ${replicas}, and autoscaling moves the number as well`,
        help: 'remove one of the two; in a file that extends another, autoscaling: null removes the inherited one',
        suggestions: [removal(at('replicas'))],
        related: [{ message: 'the other owner', at: { path: at('autoscaling'), on: 'key' } }],
      });
    }
  }),
});
