import { defineRule } from '../../compiler/rules/rule.ts';
import { groupsOf, ownedGroups, targetOf } from '../../components/cluster-autoscaler/groups.ts';
import type { Model } from '../../components/registry.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { example } from './example.ts';

const priorities = (map: string) => `{managedBy: elastiform, expander: priority, priorities: {${map}}}`;

export const prioritiesUnknownGroup = defineRule<Model>({
  code: 'cluster-autoscaler/priorities-unknown-group',
  severity: 'error',
  summary: 'priorities are for groups that Cluster Autoscaler moves',
  why: 'a priority for nothing changes nothing, and the group that was meant never grows',
  source: 'by design: every key of a spec has an effect',
  examples: {
    good: [example({ autoscaler: priorities('nodeGroups.workers: 20') })],
    bad: [
      example({ autoscaler: priorities('nodeGroups.workers: 20, nodeGroups.spot: 10') }),
      example({
        autoscaler: priorities('nodeGroups.workers: 20, nodeGroups.fixed: 10'),
        more: ', fixed: {instanceTypes: [m6i.large], size: {min: 1, max: 1, owner: terraform}}',
      }),
    ],
  },
  check(model, report) {
    const { clusterAutoscaler } = model;
    // Where nobody reads the priorities, other rules tell.
    if (clusterAutoscaler?.managedBy !== 'elastiform' || clusterAutoscaler.expander !== 'priority') return;
    const owned = ownedGroups(model).map(targetOf);
    const all = new Set(groupsOf(model).map(targetOf));
    for (const target of clusterAutoscaler.priorities?.keys() ?? []) {
      if (owned.includes(target)) continue;
      report({
        at: ['clusterAutoscaler', 'priorities', target],
        on: 'key',
        message: all.has(target)
          ? `Terraform owns the size of ${target}, so that Cluster Autoscaler never makes it grow`
          : `there is no ${target} in this environment`,
        help: owned.length === 0 ? 'remove it' : `write one of ${owned.join(', ')}, or remove it`,
        suggestions: all.has(target)
          ? []
          : didYouMean(target, owned).map((word) => ({
              message: `did you mean ${word}?`,
              replacement: word,
            })),
      });
    }
  },
});
