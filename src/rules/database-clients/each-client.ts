import { eachItem, type Report, type RuleContext } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import type { Workload } from '../../components/workloads/schema.ts';
import type { WorkloadDatabase } from '../../components/workloads/schema-database.ts';

/** What each workload says of its database, for rules whose examples need that database to be there. */
export function eachClient(
  check: (database: WorkloadDatabase, at: (...path: string[]) => SpecPath, report: Report) => void,
): (model: Model, report: Report, context: RuleContext) => void {
  const each = eachItem<Workload>('workloads', ({ database }, at, report) => {
    if (database) check(database, (...path) => at('database', ...path), report);
  });
  return ({ workloads }, report, context) => each(workloads, report, context);
}
