import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

export const diskSizeWithLaunchTemplate = defineRule<NodeGroups>({
  code: 'node-groups/disk-size-with-launch-template',
  severity: 'error',
  summary: 'diskSize is for groups without a launch template',
  why: 'EKS refuses a disk size beside a launch template, and only when it is applied',
  source:
    'botocore 1.43.11, API model of eks, CreateNodegroup: "If you specify launchTemplate, then don\'t specify diskSize" (read 2026-11-25)',
  examples: {
    good: [
      'nodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, adopt: true, launchTemplate: false, diskSize: 40GiB}}',
    ],
    bad: ['nodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, diskSize: 40GiB}}'],
  },
  check: eachItem<NodeGroup>('nodeGroups', ({ diskSize, launchTemplate }, at, report) => {
    if (diskSize === undefined || !launchTemplate) return;
    report({
      at: at('diskSize'),
      message: `diskSize is ${diskSize} GiB, and the launch template has a volume of ${launchTemplate.volume.size} GiB`,
      help: 'write launchTemplate.volume.size instead',
      suggestions: [removal(at('diskSize'))],
    });
  }),
});
