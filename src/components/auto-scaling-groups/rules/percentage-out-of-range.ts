import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { AutoScalingGroup, AutoScalingGroups } from '../schema.ts';

export const percentageOutOfRange = defineRule<AutoScalingGroups>({
  code: 'auto-scaling-groups/percentage-out-of-range',
  severity: 'error',
  summary: 'a share of the nodes of a group is a whole percentage from 0 to 100',
  why: 'AWS takes whole numbers only, and a group has no more than all of its nodes',
  source: 'seen with AWS provider 5.100, aws_autoscaling_group: both are integers from 0 to 100 (2026-11-25)',
  examples: {
    good: [example('instanceRefresh: {minHealthyPercentage: 100%}')],
    bad: [
      example('instanceRefresh: {minHealthyPercentage: 110%}'),
      example('mixedInstances: {onDemandPercentageAboveBaseCapacity: 100.5%}'),
    ],
  },
  check: eachItem<AutoScalingGroup>('autoScalingGroups', (group, at, report) => {
    const shares = [
      ['instanceRefresh', 'minHealthyPercentage', group.instanceRefresh?.minHealthyPercentage],
      [
        'mixedInstances',
        'onDemandPercentageAboveBaseCapacity',
        group.mixedInstances.onDemandPercentageAboveBaseCapacity,
      ],
    ] as const;
    for (const [section, name, share] of shares) {
      if (share === undefined || (Number.isInteger(share) && share <= 100)) continue;
      report({
        at: at(section, name),
        message: `${name} is ${share}%`,
        help: 'write a whole percentage from 0% to 100%',
      });
    }
  }),
});

function example(keys: string): string {
  return `autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 6}, ${keys}}}`;
}
