import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const utilizationTarget = defineRule<Workloads>({
  code: 'workload/utilization-target',
  severity: 'error',
  summary: 'averageUtilization is a whole percentage from 1% on',
  why: 'the API server refuses zero, and its field holds whole numbers only',
  source: 'autoscaling/v2 validation, vectors valid-046 and valid-049',
  examples: {
    good: ['workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}'],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 0%}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 72.5%}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report) => {
    for (const [key, { averageUtilization }] of autoscaling?.metrics ?? []) {
      if (averageUtilization === undefined) continue;
      if (Number.isInteger(averageUtilization) && averageUtilization >= 1) continue;
      const near = Math.max(1, Math.round(averageUtilization));
      report({
        at: at('autoscaling', 'metrics', key, 'averageUtilization'),
        message: `averageUtilization is ${averageUtilization}%`,
        help: 'write a whole percentage, at least 1%',
        suggestions: [{ message: `write ${near}%`, replacement: `${near}%` }],
      });
    }
  }),
});
