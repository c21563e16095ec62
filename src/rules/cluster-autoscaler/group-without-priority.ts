import { defineRule } from '../../compiler/rules/rule.ts';
import { setting } from '../../compiler/rules/suggestions.ts';
import { ownedGroups, targetOf } from '../../components/cluster-autoscaler/groups.ts';
import type { Model } from '../../components/registry.ts';
import { example } from './example.ts';

const OTHER = ', batch: {instanceTypes: [m6i.large], size: {min: 1, max: 5}}';

const byPriority = (map: string) => `{managedBy: elastiform, expander: priority, priorities: {${map}}}`;

export const groupWithoutPriority = defineRule<Model>({
  code: 'cluster-autoscaler/group-without-priority',
  severity: 'warning',
  summary: 'with the expander priority every group has a priority',
  why: 'a group that matches no entry of the priorities is not considered: it never grows while another one could',
  source:
    'kubernetes/autoscaler@137161c, cluster-autoscaler/expander/priority/priority.go: "The group won\'t be used"; deckhouse/deckhouse #7605 (read 2026-11-25)',
  examples: {
    good: [example({ autoscaler: byPriority('nodeGroups.workers: 20, nodeGroups.batch: 10'), more: OTHER })],
    bad: [example({ autoscaler: byPriority('nodeGroups.workers: 20'), more: OTHER })],
  },
  check(model, report) {
    const { clusterAutoscaler } = model;
    if (clusterAutoscaler?.managedBy !== 'elastiform' || clusterAutoscaler.expander !== 'priority') return;
    const { priorities } = clusterAutoscaler;
    const groups = ownedGroups(model);
    const targets = groups.map(targetOf);
    // A priority that is for no group may be meant for one that has none, and that is an error.
    if (!priorities || [...priorities.keys()].some((key) => !targets.includes(key))) return;
    for (const group of groups) {
      const target = targetOf(group);
      if (priorities.has(target)) continue;
      report({
        at: ['clusterAutoscaler', 'priorities'],
        on: 'key',
        message: `${target} has no priority and would never grow`,
        help: `add ${target}: 1, or another priority`,
        suggestions: [setting(['clusterAutoscaler', 'priorities', target], 1)],
        related: [{ message: 'the group', at: { path: [group.kind, group.key], on: 'key' } }],
      });
    }
  },
});
