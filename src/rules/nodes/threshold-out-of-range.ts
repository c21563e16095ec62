import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, type NodeKind, type NodePool, type NodePools } from './node-pool.ts';

const options = (threshold: string) => ({
  more: `autoscalingOptions: {scaleDownUtilizationThreshold: ${threshold}}`,
});

export const thresholdOutOfRange = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/threshold-out-of-range`,
    severity: 'error',
    summary: 'the threshold of utilization of a group is at most 100 %',
    why: 'requests never exceed what a node offers, so that every node of the group would be a candidate for removal at all times',
    source:
      'kubernetes/autoscaler@01ea19e, scale-down-utilization-threshold; for one group by tag, cloudprovider/aws/README.md (read 2026-11-25)',
    examples: {
      // At 0 % only empty nodes go, which is a wish that one may have for one group.
      good: [example(kind, options('100%')), example(kind, options('0%'))],
      bad: [example(kind, options('101%'))],
    },
    check: eachItem<NodePool>(kind.key, ({ autoscalingOptions }, at, report) => {
      const threshold = autoscalingOptions.scaleDownUtilizationThreshold;
      if (threshold === undefined || threshold <= 100) return;
      report({
        at: at('autoscalingOptions', 'scaleDownUtilizationThreshold'),
        message: `a threshold of ${threshold}% is above 100%`,
        help: 'write 50%, or up to 70% to pack nodes more densely',
        suggestions: [{ message: 'write 50%', replacement: '50%' }],
      });
    }),
  });
