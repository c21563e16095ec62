import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';
import { DIRECTIONS } from '../schema-behavior.ts';

export const scalingDisabled = defineRule<Workloads>({
  code: 'workload/scaling-disabled',
  severity: 'warning',
  summary: 'an autoscaler may move in both directions',
  why: 'without the way up load is never met, and without the way down every peak is paid for until somebody acts',
  source: 'KEP-853, stories 4 and 5',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, behavior: {scaleDown: {selectPolicy: Min}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, behavior: {scaleDown: {selectPolicy: Disabled}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, behavior: {scaleUp: {selectPolicy: Disabled}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report) => {
    for (const direction of DIRECTIONS) {
      if (autoscaling?.behavior?.[direction].selectPolicy !== 'Disabled') continue;
      const effect = direction === 'scaleUp' ? 'adds' : 'removes';
      report({
        at: at('autoscaling', 'behavior', direction, 'selectPolicy'),
        message: `the autoscaler never ${effect} pods`,
        help: 'limit the speed with percent or pods and a long stabilizationWindow instead',
      });
    }
  }),
});
