import type { Report, RuleContext } from '../../../compiler/rules/rule.ts';
import type { SpecPath } from '../../../compiler/spec-path.ts';
import type { ClusterAutoscaler, ClusterAutoscalerSection } from '../schema.ts';

type Check = (
  autoscaler: ClusterAutoscaler,
  at: (...path: string[]) => SpecPath,
  report: Report,
  context: RuleContext,
) => void;

/** A check of what is deployed here; `at('expander')` is a path inside the section. */
export function whenDeployed(check: Check) {
  return (autoscaler: ClusterAutoscalerSection, report: Report, context: RuleContext): void => {
    if (!autoscaler || autoscaler.managedBy === 'elsewhere') return;
    check(autoscaler, (...path) => ['clusterAutoscaler', ...path], report, context);
  };
}
