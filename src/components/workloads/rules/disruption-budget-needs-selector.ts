import { formatPodsOrShare } from '../../../compiler/quantity/pods-or-share.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';
import { MAX_UNAVAILABLE } from '../schema.ts';

export const disruptionBudgetNeedsSelector = defineRule<Workloads>({
  code: 'workload/disruption-budget-needs-selector',
  severity: 'warning',
  summary: 'a disruption budget for an existing Deployment says which pods it is about',
  why: 'the labels of pods that are managed elsewhere are not known, so no budget is made',
  source: 'policy/v1: the selector of a budget is a selector of pods',
  examples: {
    good: [
      'workloads: {api: {replicas: 2}}',
      'workloads: {api: {replicas: 2, podDisruptionBudget: {maxUnavailable: 1}, podSelector: {app: api}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, podDisruptionBudget: {maxUnavailable: 1}}}',
    ],
    bad: [
      'workloads: {api: {replicas: 2, podDisruptionBudget: {maxUnavailable: 1}}}',
      'tier: dev\nworkloads: {api: {replicas: 2, podDisruptionBudget: true}}',
    ],
  },
  check: eachItem('workloads', (workload, at, report, { frame }) => {
    const { name, image, podSelector, podDisruptionBudget: budget } = workload;
    if (image !== undefined || podSelector || !budget) return;
    // The default of a careful tier is no wish of anybody.
    const isDefault =
      frame.tier !== 'dev' &&
      formatPodsOrShare(budget.maxUnavailable) === MAX_UNAVAILABLE[frame.tier] &&
      budget.name === name &&
      !budget.adopt;
    if (isDefault) return;
    report({
      at: at('podDisruptionBudget'),
      on: 'key',
      message: `the pods of ${name} are managed elsewhere and their labels are not known, so that no budget is made`,
      help: 'add podSelector with the labels of the selector of the Deployment, or podDisruptionBudget: false',
    });
  }),
});
