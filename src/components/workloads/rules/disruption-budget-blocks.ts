import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const disruptionBudgetBlocks = defineRule<Workloads>({
  code: 'workload/disruption-budget-blocks',
  severity: 'warning',
  summary: 'a disruption budget lets one pod go',
  why: 'no node with such a pod can be drained: Cluster Autoscaler keeps it, and a node upgrade stops',
  source: 'kubernetes.io, Disruptions',
  examples: {
    good: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, podDisruptionBudget: {maxUnavailable: 1}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, podDisruptionBudget: false}}',
    ],
    bad: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, podDisruptionBudget: {maxUnavailable: 0}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, podDisruptionBudget: {maxUnavailable: 0%}}}',
    ],
  },
  check: eachItem('workloads', ({ podDisruptionBudget }, at, report) => {
    if (podDisruptionBudget?.maxUnavailable.amount !== 0) return;
    report({
      at: at('podDisruptionBudget', 'maxUnavailable'),
      message: 'no pod may be missing, so that no node can be drained',
      help: 'write 1 or 25%',
      suggestions: [{ message: 'write 1', replacement: '1' }],
    });
  }),
});
