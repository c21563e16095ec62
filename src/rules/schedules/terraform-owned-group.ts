import { defineRule } from '../../compiler/rules/rule.ts';
import { setting } from '../../compiler/rules/suggestions.ts';
import type { Model } from '../../components/registry.ts';
import { eachTarget } from './each-schedule.ts';
import { example, schedule } from './example.ts';

export const terraformOwnedGroup = defineRule<Model>({
  code: 'schedule/terraform-owned-group',
  severity: 'error',
  summary: 'a group with a schedule is not one that Terraform resets',
  why: 'a floor raises the number of nodes with it, and the next apply would set the number back below the floor, which AWS refuses',
  source: 'terraform-aws-modules/terraform-aws-ecs #422; hashicorp/terraform #11798 (read 2026-11-25)',
  examples: {
    good: [example(schedule('day', '06:00-22:00', 'autoScalingGroups.workers: 4'))],
    bad: [
      example(schedule('day', '06:00-22:00', 'autoScalingGroups.workers: 4'), {
        size: 'min: 2, max: 6, owner: terraform',
      }),
    ],
  },
  check: eachTarget(({ target, kind, key }, floors, model, report, { isWritten }) => {
    if (kind === 'workloads' || model[kind].get(key)?.size.owner !== 'terraform') return;
    const owner = [kind, key, 'size', 'owner'];
    const isOwn = isWritten(owner);
    const places = floors.map((path) => ({ message: 'a floor of it', at: { path, on: 'key' as const } }));
    report({
      ...(isOwn
        ? { at: owner, related: places }
        : { at: floors[0], on: 'key' as const, related: places.slice(1) }),
      message: `${target} has a schedule, but Terraform owns its number of nodes`,
      help: 'let Cluster Autoscaler own it (size.owner: cluster-autoscaler), or take the floor away',
      suggestions: [setting(owner, 'cluster-autoscaler')],
    });
  }),
});
