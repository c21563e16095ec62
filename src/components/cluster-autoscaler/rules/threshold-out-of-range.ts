import { defineRule } from '../../../compiler/rules/rule.ts';
import type { ClusterAutoscalerSection } from '../schema.ts';
import { whenDeployed } from './deployed.ts';
import { example } from './example.ts';

export const thresholdOutOfRange = defineRule<ClusterAutoscalerSection>({
  code: 'cluster-autoscaler/threshold-out-of-range',
  severity: 'error',
  summary: 'the threshold of utilization is between 1 % and 100 %',
  why: 'requests never exceed what a node offers, so that above 100 % every node is a candidate at all times, and at 0 % none but empty ones',
  source: 'kubernetes/autoscaler@01ea19e, scale-down-utilization-threshold (read 2026-11-25)',
  examples: {
    good: [example('scaleDownUtilizationThreshold: 1%'), example('scaleDownUtilizationThreshold: 100%')],
    bad: [example('scaleDownUtilizationThreshold: 0%'), example('scaleDownUtilizationThreshold: 150%')],
  },
  check: whenDeployed(({ scaleDownUtilizationThreshold: threshold }, at, report) => {
    if (threshold >= 1 && threshold <= 100) return;
    report({
      at: at('scaleDownUtilizationThreshold'),
      message: `a threshold of ${threshold}% is outside of 1% to 100%`,
      help: 'write 50%, or up to 70% to pack nodes more densely',
      suggestions: [{ message: 'write 50%', replacement: '50%' }],
    });
  }),
});
