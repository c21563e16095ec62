import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

export const maxUnavailable = defineRule<NodeGroups>({
  code: 'node-groups/max-unavailable',
  severity: 'error',
  summary:
    'what an update may replace at once is either a number of nodes or a whole percentage from 1 to 100',
  why: 'EKS takes one of the two, and refuses the others when it is applied',
  source:
    'botocore 1.43.11, API model of eks, NodegroupUpdateConfig (read 2026-11-25); AWS provider 5.100 refuses both together',
  examples: {
    good: [example('{maxUnavailable: 1}'), example('{maxUnavailablePercentage: 100%}')],
    bad: [
      example('{maxUnavailable: 1, maxUnavailablePercentage: 50%}'),
      example('{maxUnavailablePercentage: 0%}'),
      example('{maxUnavailablePercentage: 12.5%}'),
    ],
  },
  check: eachItem<NodeGroup>('nodeGroups', ({ updateConfig }, at, report) => {
    const { maxUnavailable: count, maxUnavailablePercentage: share } = updateConfig;
    if (share === undefined) return;
    if (count !== undefined) {
      report({
        at: at('updateConfig', 'maxUnavailable'),
        message: `maxUnavailable is ${count} and maxUnavailablePercentage is ${share}%`,
        help: 'remove one of them',
        suggestions: [removal(at('updateConfig', 'maxUnavailable'))],
        related: [{ message: 'the other one', at: { path: at('updateConfig', 'maxUnavailablePercentage') } }],
      });
    } else if (!Number.isInteger(share) || share < 1 || share > 100) {
      report({
        at: at('updateConfig', 'maxUnavailablePercentage'),
        message: `maxUnavailablePercentage is ${share}%`,
        help: 'write a whole percentage from 1% to 100%',
      });
    }
  }),
});

function example(updateConfig: string): string {
  return `nodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, updateConfig: ${updateConfig}}}`;
}
