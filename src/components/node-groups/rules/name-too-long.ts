import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { setting } from '../../../compiler/rules/suggestions.ts';
import { HASH_DIGITS, hasHash } from '../group-name.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

const LONGEST = 63;
const SUFFIX = 1 + HASH_DIGITS;

export const nameTooLong = defineRule<NodeGroups>({
  code: 'node-groups/name-too-long',
  severity: 'error',
  summary: 'the name of a node group has room for its hash',
  why: 'EKS takes at most 63 characters, seven of which are the hash that makes a replacement possible',
  source:
    'seen with AWS provider 5.100: "expected length of node_group_name to be in the range (0 - 63)" (2026-11-25)',
  examples: { good: [example(56)], bad: [example(57)] },
  check: eachItem<NodeGroup>('nodeGroups', (group, at, report) => {
    if (!hasHash(group) || group.name.length + SUFFIX <= LONGEST) return;
    report({
      at: at('name'),
      message: `the name has ${group.name.length} characters and would have ${group.name.length + SUFFIX} with its hash`,
      help: `use at most ${LONGEST - SUFFIX} characters, or set nameSuffix: none`,
      suggestions: [setting(at('nameSuffix'), 'none')],
    });
  }),
});

function example(length: number): string {
  return `nodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, name: ${'a'.repeat(length)}}}`;
}
