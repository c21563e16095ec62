import { defineRule } from '../../compiler/rules/rule.ts';
import { entryOrMap, removal } from '../../compiler/rules/suggestions.ts';
import type { Model } from '../../components/registry.ts';
import { eachPlacement } from './each-workload.ts';
import { example } from './example.ts';

export const tolerationTwice = defineRule<Model>({
  code: 'placement/toleration-twice',
  severity: 'warning',
  summary: 'what placement says is not written again',
  why: 'the taints of the placed groups are tolerated already; a second copy stays behind when the taint of the group changes',
  source: 'elastiform, spec language, "placement" (2026-11-25)',
  examples: {
    good: [
      example(),
      example({ workload: ', tolerations: {gpu: {effect: NoSchedule}}' }),
      example({
        placement: '',
        workload: ', tolerations: {capacity: {value: spot}}, nodeSelector: {workload: batch}',
      }),
      example({
        placement: '{groups: [nodeGroups.spot], mode: preferred}',
        workload: ', tolerations: {capacity: {}}, nodeSelector: {workload: batch}',
      }),
    ],
    bad: [
      example({ workload: ', tolerations: {capacity: {value: spot, effect: NoSchedule}}' }),
      example({ workload: ', nodeSelector: {workload: batch}' }),
    ],
  },
  check: eachPlacement(({ workload, placement, groups }, at, report) => {
    const isRequired = placement.mode === 'required';
    for (const [key, toleration] of workload.tolerations ?? []) {
      // Pods that may also run elsewhere may need more there.
      const group = groups.find(({ taints }) => {
        const taint = taints.get(key);
        return (
          taint && (isRequired || (toleration.value === taint.value && toleration.effect === taint.effect))
        );
      });
      if (!group) continue;
      report({
        at: at('tolerations', key),
        on: 'key',
        message: `the taint ${key} of ${group.target} is tolerated because of the placement`,
        help: 'remove the toleration',
        suggestions: [
          removal(entryOrMap(at('tolerations'), key, workload.tolerations ?? new Map()), 'machine'),
        ],
        related: [{ message: 'the taint', at: { path: [...group.target.split('.'), 'taints', key] } }],
      });
    }
    // Beside a wish, nodeSelector is what requires the label.
    for (const [key, value] of isRequired ? (workload.nodeSelector ?? []) : []) {
      if (!groups.every(({ labels }) => labels.get(key) === value)) continue;
      report({
        at: at('nodeSelector', key),
        on: 'key',
        message: `the label ${key}: ${value} is asked for by the placement`,
        help: `remove ${key} from nodeSelector`,
        suggestions: [
          removal(entryOrMap(at('nodeSelector'), key, workload.nodeSelector ?? new Map()), 'machine'),
        ],
      });
    }
  }),
});
