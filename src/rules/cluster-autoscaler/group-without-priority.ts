import { defineRule } from '../../compiler/rules/rule.ts';
import { setting } from '../../compiler/rules/suggestions.ts';
import { ownedGroups, targetOf } from '../../components/cluster-autoscaler/groups.ts';
import type { Model } from '../../components/registry.ts';
import { example } from './example.ts';

const OTHER = ', batch: {instanceTypes: [m6i.large], size: {min: 1, max: 5}}';

const priorities = (map: string) => `{managedBy: elastiform, expander: priority, priorities: {${map}}}`;

export const groupWithoutPriority = defineRule<Model>({
  code: 'cluster-autoscaler/group-without-priority',
  severity: 'warning',
  summary: 'with the expander priority every group has a priority',
  why: 'a group that matches no entry of the priorities is not considered: it never grows while another one could',
  source:
    'kubernetes/autoscaler@137161c, cluster-autoscaler/expander/priority/priority.go: "The group won\'t be used"; deckhouse/deckhouse #7605 (read 2026-11-25)',
  examples: {
    good: [example({ autoscaler: priorities('nodeGroups.workers: 20, nodeGroups.batch: 10'), more: OTHER })],
    bad: [example({ autoscaler: priorities('nodeGroups.workers: 20'), more: OTHER })],
  },
  check(model, report) {
    const { clusterAutoscaler } = model;
    if (clusterAutoscaler?.managedBy !== 'elastiform' || clusterAutoscaler.expander !== 'priority') return;
    if (!clusterAutoscaler.priorities) return;
    for (const group of ownedGroups(model)) {
      const target = targetOf(group);
      if (clusterAutoscaler.priorities.has(target)) continue;
      report({
        at: ['clusterAutoscaler', 'priorities'],
        message: `${target} has no priority and would never grow`,
        help: `add ${target}: 1, or another priority`,
        suggestions: [setting(['clusterAutoscaler', 'priorities', target], 1)],
        related: [{ message: 'the group', at: { path: [group.kind, group.key], on: 'key' } }],
      });
    }
  },
});
