import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { AutoScalingGroup, AutoScalingGroups } from '../schema.ts';

const DAY = 86_400;

export const lifetimeOutOfRange = defineRule<AutoScalingGroups>({
  code: 'auto-scaling-groups/lifetime-out-of-range',
  severity: 'error',
  summary: 'the greatest age of a node is at least one day',
  why: 'AWS refuses other values, and only when they are applied',
  source:
    'Amazon EC2 Auto Scaling user guide, asg-max-instance-lifetime: at least 86,400 seconds; API reference, CreateAutoScalingGroup, MaxInstanceLifetime: or 0 (read 2026-11-27)',
  examples: {
    good: [example('30d'), example('365d'), example('0s')],
    bad: [example('23h')],
  },
  check: eachItem<AutoScalingGroup>('autoScalingGroups', ({ maxInstanceLifetime }, at, report) => {
    // 0 is no limit in the words of AWS, which is how a limit is taken away again.
    if (!maxInstanceLifetime || maxInstanceLifetime >= DAY) return;
    report({
      at: at('maxInstanceLifetime'),
      message: `the greatest age of a node is ${formatDuration(maxInstanceLifetime)}, and AWS takes one day at least`,
      help: 'write 1d or more, or leave it out',
      suggestions: [removal(at('maxInstanceLifetime'))],
    });
  }),
});

function example(lifetime: string): string {
  return `autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 6}, maxInstanceLifetime: ${lifetime}}}`;
}
