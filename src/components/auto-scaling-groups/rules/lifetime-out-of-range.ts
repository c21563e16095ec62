import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { AutoScalingGroup, AutoScalingGroups } from '../schema.ts';

const DAY = 86_400;

export const lifetimeOutOfRange = defineRule<AutoScalingGroups>({
  code: 'auto-scaling-groups/lifetime-out-of-range',
  severity: 'error',
  summary: 'the greatest age of a node is between one day and one year',
  why: 'AWS refuses other values, and only when they are applied',
  source: 'Amazon EC2 Auto Scaling API, MaxInstanceLifetime: 86,400 to 31,536,000 seconds',
  examples: {
    good: [example('30d'), example('365d')],
    bad: [example('23h'), example('366d')],
  },
  check: eachItem<AutoScalingGroup>('autoScalingGroups', ({ maxInstanceLifetime }, at, report) => {
    if (maxInstanceLifetime === undefined) return;
    if (maxInstanceLifetime >= DAY && maxInstanceLifetime <= 365 * DAY) return;
    report({
      at: at('maxInstanceLifetime'),
      message: `the greatest age of a node is ${maxInstanceLifetime} seconds`,
      help: 'write a duration from 1d to 365d, or leave it out',
    });
  }),
});

function example(lifetime: string): string {
  return `autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 6}, maxInstanceLifetime: ${lifetime}}}`;
}
