import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { parseTarget } from '../../components/schedules/plan.ts';
import { eachFloor } from './each-schedule.ts';
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
  check: eachFloor(({ target }, at, model, report) => {
    const { kind, key } = parseTarget(target);
    if (!kind || kind === 'workloads' || model[kind].get(key)?.size.owner !== 'terraform') return;
    report({
      at,
      on: 'key',
      message: `${target} has a schedule, but Terraform owns its number of nodes`,
      help: 'let Cluster Autoscaler own it (size.owner: cluster-autoscaler), or take the floor away',
      related: [{ message: 'the owner', at: { path: [kind, key, 'size', 'owner'] } }],
    });
  }),
});
