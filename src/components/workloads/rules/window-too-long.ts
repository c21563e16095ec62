import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';
import { DIRECTIONS } from '../schema-behavior.ts';

export const windowTooLong = defineRule<Workloads>({
  code: 'workload/window-too-long',
  severity: 'error',
  summary: 'a stabilization window is at most one hour',
  why: 'the API server refuses a longer one',
  source: 'autoscaling/v2 validation: 0 to 3600 seconds',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, behavior: {scaleDown: {stabilizationWindow: 1h}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, behavior: {scaleDown: {stabilizationWindow: 2h}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report) => {
    for (const direction of DIRECTIONS) {
      const seconds = autoscaling?.behavior?.[direction].stabilizationWindow ?? 0;
      if (seconds <= 3600) continue;
      report({
        at: at('autoscaling', 'behavior', direction, 'stabilizationWindow'),
        message: `stabilizationWindow is ${formatDuration(seconds)}; Kubernetes allows 1h`,
        help: 'write 1h or less',
        suggestions: [{ message: 'write 1h', replacement: '1h' }],
      });
    }
  }),
});
