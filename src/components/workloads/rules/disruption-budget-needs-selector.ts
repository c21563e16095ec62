import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { setting } from '../../../compiler/rules/suggestions.ts';
import type { Workloads } from '../schema.ts';

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
      'workloads: {api: {replicas: 2, podDisruptionBudget: {maxUnavailable: 25%}}}',
      'tier: dev\nworkloads: {api: {replicas: 2, podDisruptionBudget: true}}',
    ],
  },
  check: eachItem('workloads', (workload, at, report, { frame, isWritten }) => {
    const { name, image, podSelector, podDisruptionBudget: budget } = workload;
    if (image !== undefined || podSelector || !budget) return;
    // The default of a careful tier is no wish of anybody.
    const isWish = ['maxUnavailable', 'name', 'adopt'].some((key) =>
      isWritten(at('podDisruptionBudget', key)),
    );
    if (frame.tier !== 'dev' && !isWish) return;
    report({
      at: at('podDisruptionBudget'),
      on: 'key',
      message: `the pods of ${name} are managed elsewhere and their labels are not known, so that no budget is made`,
      help: 'add podSelector with the labels of the selector of the Deployment, or podDisruptionBudget: false',
      suggestions: [setting(at('podDisruptionBudget'), false)],
    });
  }),
});
