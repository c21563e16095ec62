import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { AutoScalingGroup, AutoScalingGroups } from '../schema.ts';
import { groupTags } from '../tags.ts';

const MOST_TAGS = 50;

export const tooManyTags = defineRule<AutoScalingGroups>({
  code: 'auto-scaling-groups/too-many-tags',
  severity: 'error',
  summary: 'an Auto Scaling group has at most 50 tags',
  why: 'labels, taints and the tags of the environment all become tags of the group, and AWS refuses the 51st',
  source: 'Amazon EC2 Auto Scaling quotas; kubernetes/autoscaler, proposals/circumvent-tag-limit-aws.md',
  // Name, cluster, two for discovery, ephemeral storage, Environment and ManagedBy are seven.
  examples: { good: [example(43)], bad: [example(44)] },
  check: eachItem<AutoScalingGroup>('autoScalingGroups', (group, at, report, { frame }) => {
    const count = groupTags(group, frame).length;
    if (count <= MOST_TAGS) return;
    const { labels, taints } = group;
    report({
      at: at(taints.size > labels.size ? 'taints' : 'labels'),
      on: 'key',
      message: `the group would have ${count} tags, ${labels.size} of them for labels and ${taints.size} for taints`,
      help: 'use fewer labels, taints or aws.tags',
      ...(frame.aws.tags.size > 0
        ? { related: [{ message: 'the tags of the environment', at: { path: ['aws', 'tags'], on: 'key' } }] }
        : {}),
    });
  }),
});

function example(labels: number): string {
  const list = Array.from({ length: labels }, (_, index) => `label-${index}: a`).join(', ');
  return `autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 6}, labels: {${list}}}}`;
}
