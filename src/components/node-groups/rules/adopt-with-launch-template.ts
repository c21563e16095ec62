import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { setting } from '../../../compiler/rules/suggestions.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

export const adoptWithLaunchTemplate = defineRule<NodeGroups>({
  code: 'node-groups/adopt-with-launch-template',
  severity: 'error',
  summary: 'an adopted node group has no launch template of ours',
  why: 'EKS cannot give a launch template to a group that was created without it, so Terraform would replace the group and all its nodes',
  source:
    'botocore 1.43.11, API model of eks, CreateNodegroup: "You cannot later specify a different launch template ID or name" (read 2026-11-25)',
  examples: {
    good: [
      'nodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, adopt: true, launchTemplate: false}}',
    ],
    bad: ['nodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, adopt: true}}'],
  },
  check: eachItem<NodeGroup>('nodeGroups', ({ adopt, launchTemplate }, at, report) => {
    if (!adopt || !launchTemplate) return;
    report({
      at: at('adopt'),
      on: 'key',
      message: 'the group is adopted, and launchTemplate is on',
      help: 'set launchTemplate: false to adopt the group as it is; make a second group to move to a launch template',
      suggestions: [setting(at('launchTemplate'), false)],
    });
  }),
});
