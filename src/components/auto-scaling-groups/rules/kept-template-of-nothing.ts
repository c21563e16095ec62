import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { AutoScalingGroup, AutoScalingGroups } from '../schema.ts';

export const keptTemplateOfNothing = defineRule<AutoScalingGroups>({
  code: 'auto-scaling-groups/kept-template-of-nothing',
  severity: 'error',
  summary: 'only an adopted group has a launch template to keep',
  why: 'the template is looked up at the group of that name; where none is, the plan fails',
  source: 'terraform-provider-aws 5.100, data source aws_autoscaling_group (read 2026-11-27)',
  examples: {
    good: [example('templateOwner: elsewhere, adopt: true'), example('templateOwner: terraform')],
    bad: [example('templateOwner: elsewhere')],
  },
  check: eachItem<AutoScalingGroup>('autoScalingGroups', ({ adopt, templateOwner }, at, report) => {
    if (templateOwner !== 'elsewhere' || adopt) return;
    report({
      at: at('templateOwner'),
      message: 'templateOwner is elsewhere, and the group is not adopted',
      help: 'write adopt: true, or terraform',
      suggestions: [{ message: 'let elastiform make the template', replacement: 'terraform' }],
    });
  }),
});

function example(keys: string): string {
  return `autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 6}, ${keys}}}`;
}
