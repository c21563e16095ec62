import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { allGroups } from '../../components/workloads/placement-groups.ts';
import { example } from './example.ts';

export const groupWithoutLabels = defineRule<Model>({
  code: 'placement/group-without-labels',
  severity: 'error',
  summary: 'a group that workloads are placed on has a label',
  why: 'a toleration only lets pods onto tainted nodes; what brings them there is a label of the nodes. The name of a managed group is no help: it ends in a hash that changes with the instance types',
  source:
    'kubernetes/website@0008cd2, taint-and-toleration.md, Dedicated Nodes: taint, label and node affinity together (read 2026-11-25)',
  examples: {
    good: [example()],
    bad: [example({ labels: '{}' })],
  },
  check({ workloads, ...model }, report) {
    for (const { target, labels } of allGroups(model)) {
      // One label is missing, however many workloads are placed there.
      const placed = [...workloads].flatMap(([name, { placement }]) => {
        const index = placement?.groups.indexOf(target) ?? -1;
        return index < 0 ? [] : [{ name, path: ['workloads', name, 'placement', 'groups', String(index)] }];
      });
      if (labels.size > 0 || placed.length === 0) continue;
      report({
        at: [...target.split('.'), 'labels'],
        message: `${target} has no labels, so nothing can hold the pods of ${placed.map(({ name }) => name).join(', ')} there`,
        help: 'give it a label of its own, such as labels: {workload: non-critical}',
        related: placed.map(({ path }) => ({ message: 'the placement', at: { path } })),
      });
    }
  },
});
