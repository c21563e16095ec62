import { defineRule } from '../../compiler/rules/rule.ts';
import { removal } from '../../compiler/rules/suggestions.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { eventPlansOf } from '../../components/schedules/event-plan.ts';
import type { TargetPlan } from '../../components/schedules/plan.ts';
import { event, example } from './example.ts';

const SALE = event('sale', '2027-03-01', '2027-03-03');

export const twoOwners = defineRule<Model>({
  code: 'traffic-event/two-owners',
  severity: 'error',
  summary: 'a least number that an event moves is not owned by Terraform',
  why: 'an apply in the middle of the event would set it back to the number of the item',
  source: 'terraform-aws-modules/terraform-aws-ecs #422; hashicorp/terraform #11798 (read 2026-11-25)',
  examples: {
    good: [
      example(SALE, { size: 'min: 2, max: 12, minOwner: schedule' }),
      // Two of its nodes hold all pods of the event.
      example(SALE, { size: 'min: 8, max: 12, minOwner: terraform' }),
    ],
    bad: [
      example(SALE, { size: 'min: 2, max: 12, minOwner: terraform' }),
      example(SALE, {
        workload:
          'autoscaling: {minReplicas: 3, minReplicasOwner: terraform, maxReplicas: 12, metrics: {cpu: {averageUtilization: 70%}}}',
      }),
    ],
  },
  check(model, report, { catalog }) {
    for (const { plan, events } of eventPlansOf(model, catalog)) {
      // With a schedule it is schedule/two-owners.
      if (plan.windows.length > 0) continue;
      const { owner, path } = ownerOf(model, plan);
      if (owner !== 'terraform') continue;
      report({
        at: path,
        message: `${path.at(-1)} is terraform, but ${events.map(({ name }) => name).join(' and ')} moves it`,
        help: 'leave the owner out, or take the event away',
        suggestions: [removal(path)],
        related: events.map(({ name }) => ({
          message: 'the event',
          at: { path: ['traffic', 'events', name], on: 'key' as const },
        })),
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
