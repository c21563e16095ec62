import { architectureOf } from '../../../catalog/instance-type-names.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

export const amiTypeArchitecture = defineRule<NodeGroups>({
  code: 'node-groups/ami-type-architecture',
  severity: 'error',
  summary: 'the image of a node group is built for the processors of its instance types',
  why: 'EKS refuses the group, and only when it is applied',
  source: 'eksctl-io/eksctl #7754: "is not a valid instance type for requested amiType"',
  examples: {
    good: [example('[m6g.large]', 'BOTTLEROCKET_ARM_64'), example('[m6i.large]', 'AL2023_x86_64_NVIDIA')],
    bad: [example('[m6g.large]', 'AL2023_x86_64_STANDARD'), example('[m6i.large]', 'BOTTLEROCKET_ARM_64')],
  },
  check: eachItem<NodeGroup>('nodeGroups', ({ amiType, instanceTypes }, at, report) => {
    const image = amiType.includes('ARM') ? 'arm64' : 'x86_64';
    const architectures = new Set(instanceTypes.map(architectureOf));
    // Mixed types have a rule of their own.
    if (architectures.size !== 1 || architectures.has(image)) return;
    report({
      at: at('amiType'),
      message: `the image ${amiType} does not run on ${instanceTypes.join(', ')}`,
      help: 'leave amiType out, or choose one for the other architecture',
      suggestions: [removal(at('amiType'))],
      related: [{ message: 'the instance types', at: { path: at('instanceTypes') } }],
    });
  }),
});

function example(types: string, amiType: string): string {
  return `nodeGroups: {workers: {instanceTypes: ${types}, size: {min: 2, max: 6}, amiType: ${amiType}}}`;
}
