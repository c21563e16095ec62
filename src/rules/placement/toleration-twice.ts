import { defineRule } from '../../compiler/rules/rule.ts';
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
    ],
    bad: [
      example({ workload: ', tolerations: {capacity: {value: spot, effect: NoSchedule}}' }),
      example({ workload: ', nodeSelector: {workload: batch}' }),
    ],
  },
  check: eachPlacement(({ workload, groups }, at, report) => {
    for (const key of workload.tolerations?.keys() ?? []) {
      const group = groups.find(({ taints }) => taints.has(key));
      if (!group) continue;
      report({
        at: at('tolerations', key),
        on: 'key',
        message: `the taint ${key} of ${group.target} is tolerated because of the placement`,
        help: 'remove the toleration',
        related: [{ message: 'the taint', at: { path: [...group.target.split('.'), 'taints', key] } }],
      });
    }
    for (const [key, value] of workload.nodeSelector ?? []) {
      if (!groups.every(({ labels }) => labels.get(key) === value)) continue;
      report({
        at: at('nodeSelector', key),
        on: 'key',
        message: `the label ${key}: ${value} is asked for by the placement`,
        help: `remove ${key} from nodeSelector`,
      });
    }
  }),
});
