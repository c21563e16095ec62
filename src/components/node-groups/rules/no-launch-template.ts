import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

const group = (keys: string) =>
  `nodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, ${keys}}}`;

export const noLaunchTemplate = defineRule<NodeGroups>({
  code: 'node-groups/no-launch-template',
  severity: 'warning',
  summary: 'a new node group has a launch template with an encrypted volume and IMDSv2 alone',
  why: 'the template that EKS makes encrypts no volume and lets pods borrow the role of the node; a group that was made with it can only be replaced',
  source:
    'EC2.170, EC2.181; CKV_AWS_79, CKV_AWS_341 (bridgecrewio/checkov@1cc2823, @1a7a569); EKS user guide, launch-templates: a group without a template of its own cannot be given one (read 2026-11-27); unverified: what the template of EKS has today (from our own schema, 2026-11-25)',
  examples: {
    good: [
      group('launchTemplate: {volume: {size: 80GiB}}'),
      // What is adopted is as it is.
      group('adopt: true, launchTemplate: false'),
    ],
    bad: [group('launchTemplate: false'), `tier: dev\n${group('launchTemplate: false')}`],
  },
  check: eachItem<NodeGroup>('nodeGroups', ({ launchTemplate, adopt }, at, report) => {
    if (launchTemplate || adopt) return;
    report({
      at: at('launchTemplate'),
      message: 'launchTemplate is false: the nodes have plain volumes, and pods reach the metadata service',
      help: 'take the line away before the group is made; diskSize is then launchTemplate.volume.size',
    });
  }),
});
