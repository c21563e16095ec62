import { defineRule } from '../../compiler/rules/rule.ts';
import { entryOrMap, removal } from '../../compiler/rules/suggestions.ts';
import type { Model } from '../../components/registry.ts';
import { eachPlacement } from './each-workload.ts';
import { example } from './example.ts';

export const againstNodeSelector = defineRule<Model>({
  code: 'placement/against-node-selector',
  severity: 'error',
  summary: 'a group of the placement has the labels of nodeSelector',
  why: 'a node must satisfy both the selector and the affinity; when none does, the pods wait for ever',
  source:
    'kubernetes/website, assign-pod-node.md: nodeSelector and nodeAffinity must both be satisfied, terms are ORed (read 2026-11-25)',
  examples: {
    good: [
      example({ workload: ', nodeSelector: {disk: ssd}' }),
      example({
        placement: '{groups: [nodeGroups.spot, autoScalingGroups.workers]}',
        workload: ', nodeSelector: {workload: general}',
      }),
      example({
        placement: '{groups: [nodeGroups.spot], mode: preferred}',
        workload: ', nodeSelector: {workload: general}',
      }),
    ],
    bad: [example({ workload: ', nodeSelector: {workload: general}' })],
  },
  check: eachPlacement(({ workload, placement, groups }, at, report) => {
    if (placement.mode === 'preferred') return;
    for (const [key, value] of workload.nodeSelector ?? []) {
      // A label that the group does not have in the spec may come from elsewhere: an architecture, a zone.
      if (groups.some(({ labels }) => !labels.has(key) || labels.get(key) === value)) continue;
      report({
        at: at('nodeSelector', key),
        message: `no group of the placement has the label ${key}: ${value}`,
        help: `remove ${key} from nodeSelector; the placement brings the labels of its groups`,
        suggestions: [removal(entryOrMap(at('nodeSelector'), key, workload.nodeSelector ?? new Map()))],
        related: [{ message: 'the placement', at: { path: at('placement') } }],
      });
    }
  }),
});
