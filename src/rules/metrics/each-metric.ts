import { eachItem, type Report, type RuleContext } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import type { Workload } from '../../components/workloads/schema.ts';
import type { Metric } from '../../components/workloads/schema-metric.ts';

/** Every metric of a known kind, with its path. */
export function eachMetric(
  check: (
    metric: { readonly key: string; readonly kind: NonNullable<Metric['kind']>; readonly metric: Metric },
    at: (...path: string[]) => SpecPath,
    report: Report,
    context: RuleContext,
  ) => void,
): (model: Model, report: Report, context: RuleContext) => void {
  const each = eachItem<Workload>('workloads', ({ autoscaling }, at, report, context) => {
    for (const [key, metric] of autoscaling?.metrics ?? []) {
      const { kind } = metric;
      if (kind === undefined) continue;
      check({ key, kind, metric }, (...path) => at('autoscaling', 'metrics', key, ...path), report, context);
    }
  });
  return ({ workloads }, report, context) => each(workloads, report, context);
}
