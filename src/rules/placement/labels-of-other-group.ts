import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { allGroups, type PlacedGroup } from '../../components/workloads/placement-groups.ts';
import { eachPlacement } from './each-workload.ts';
import { example } from './example.ts';

export const labelsOfOtherGroup = defineRule<Model>({
  code: 'placement/labels-of-other-group',
  severity: 'warning',
  summary: 'the labels of a placed group tell it from the other groups',
  why: 'the scheduler knows labels and not groups: nodes of the other group do just as well, and the pods come up there',
  source: 'kubernetes/website, assign-pod-node.md: node affinity is about labels of nodes (read 2026-11-25)',
  examples: {
    good: [
      example(),
      example({
        workers: 'labels: {workload: batch}',
        placement: '{groups: [nodeGroups.spot, autoScalingGroups.workers]}',
      }),
    ],
    bad: [example({ workers: 'labels: {workload: batch, team: a}' })],
  },
  check(model, report, context) {
    // One label is missing, however many workloads are placed there.
    const told = new Set<string>();
    eachPlacement(({ placement, groups }, at) => {
      const others = allGroups(model).filter(({ target }) => !placement.groups.includes(target));
      for (const group of groups) {
        const same = others.find((other) => hasAllLabelsOf(other, group));
        if (!same || group.labels.size === 0 || told.has(group.target)) continue;
        told.add(group.target);
        report({
          at: at('placement', 'groups', String(placement.groups.indexOf(group.target))),
          message: `nodes of ${same.target} have the labels of ${group.target} too`,
          help: `give ${group.target} a label that ${same.target} has not, or name both groups`,
          related: [{ message: 'the other group', at: { path: [...same.target.split('.'), 'labels'] } }],
        });
      }
    })(model, report, context);
  },
});

function hasAllLabelsOf({ labels }: PlacedGroup, group: PlacedGroup): boolean {
  return [...group.labels].every(([key, value]) => labels.get(key) === value);
}
