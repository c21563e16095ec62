import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eachPlacement } from './each-workload.ts';
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
  check: eachPlacement(({ placement, groups }, at, report) => {
    for (const { target, labels } of groups) {
      if (labels.size > 0) continue;
      report({
        at: at('placement', 'groups', String(placement.groups.indexOf(target))),
        message: `${target} has no labels, so nothing can hold the pods there`,
        help: `give ${target} a label of its own, such as labels: {workload: non-critical}`,
        related: [{ message: 'the group', at: { path: target.split('.'), on: 'key' } }],
      });
    }
  }),
});
