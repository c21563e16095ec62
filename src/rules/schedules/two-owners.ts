import { defineRule } from '../../compiler/rules/rule.ts';
import { removal } from '../../compiler/rules/suggestions.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { plansOf, type TargetPlan } from '../../components/schedules/plan.ts';
import { example, schedule } from './example.ts';

export const twoOwners = defineRule<Model>({
  code: 'schedule/two-owners',
  severity: 'error',
  summary: 'a least number that a schedule moves is owned by the schedule',
  why: 'every apply would set it back to the number of the item, in the middle of a window',
  source: 'terraform-aws-modules/terraform-aws-ecs #422; hashicorp/terraform #11798 (read 2026-11-25)',
  examples: {
    good: [
      example(schedule('night', '22:00-06:00', 'workloads.api: 2'), {
        workload: 'maxReplicas: 10, minReplicasOwner: schedule',
      }),
    ],
    bad: [
      example(schedule('night', '22:00-06:00', 'workloads.api: 2'), {
        workload: 'maxReplicas: 10, minReplicasOwner: terraform',
      }),
      example(schedule('day', '06:00-22:00', 'autoScalingGroups.workers: 4'), {
        size: 'min: 2, max: 6, minOwner: terraform',
      }),
    ],
  },
  check(model, report) {
    for (const plan of plansOf(model)) {
      const { owner, path } = ownerOf(model, plan);
      if (owner !== 'terraform') continue;
      report({
        at: path,
        message: `${path.at(-1)} is terraform, but ${plan.windows.map(({ name }) => name).join(' and ')} moves it`,
        help: 'leave the owner out, or take the floor away',
        suggestions: [removal(path)],
      });
    }
  },
});

function ownerOf(model: Model, { kind, key }: TargetPlan): { owner: string | undefined; path: SpecPath } {
  if (kind === 'workloads') {
    const path = [kind, key, 'autoscaling', 'minReplicasOwner'];
    return { owner: model.workloads.get(key)?.autoscaling?.minReplicasOwner, path };
  }
  return { owner: model[kind].get(key)?.size.minOwner, path: [kind, key, 'size', 'minOwner'] };
}
