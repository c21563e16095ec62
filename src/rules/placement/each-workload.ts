import { eachItem, type Report, type RuleContext } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { groupsOf, type PlacedGroup } from '../../components/workloads/placement-groups.ts';
import type { Workload } from '../../components/workloads/schema.ts';
import type { Placement } from '../../components/workloads/schema-placement.ts';

/** As `eachItem`, for rules that look at the whole model because groups are in their examples. */
export function eachWorkload(
  check: (
    workload: Workload,
    at: (...path: string[]) => SpecPath,
    report: Report,
    context: RuleContext & { readonly model: Model },
  ) => void,
): (model: Model, report: Report, context: RuleContext) => void {
  return (model, report, context) => {
    const inModel = { ...context, model };
    eachItem<Workload>('workloads', (workload, at, give) => check(workload, at, give, inModel))(
      model.workloads,
      report,
      context,
    );
  };
}

/** Every workload with a placement, with the groups that it names and that are there. */
export function eachPlacement(
  check: (
    placed: {
      readonly workload: Workload;
      readonly placement: Placement;
      readonly groups: readonly PlacedGroup[];
    },
    at: (...path: string[]) => SpecPath,
    report: Report,
    context: RuleContext & { readonly model: Model },
  ) => void,
): (model: Model, report: Report, context: RuleContext) => void {
  return eachWorkload((workload, at, report, context) => {
    const { placement } = workload;
    if (!placement) return;
    const groups = groupsOf(placement, context.model);
    if (groups.length > 0) check({ workload, placement, groups }, at, report, context);
  });
}

/** How many pods there are at the least. */
export function fewestPods({ replicas, autoscaling }: Workload): number {
  return autoscaling?.minReplicas ?? replicas ?? 0;
}
