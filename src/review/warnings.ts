import type { PlanOf } from './make-review.ts';
import { placeOf, type ReviewedChange } from './reviewed-change.ts';
import { safeText } from './safe-text.ts';

/** What is odd about the plans and the approvals. */
export function warningsAbout(
  plans: readonly PlanOf[],
  changes: readonly ReviewedChange[],
  today: string,
): readonly string[] {
  return [
    ...unknownEnvironments(plans),
    ...staleOutput(plans),
    ...plans.flatMap(({ plan }) => plan.failedChecks.map((check) => safeText(`does not hold: ${check}`))),
    ...unusedApprovals(plans, changes, today),
  ];
}

function unknownEnvironments(plans: readonly PlanOf[]): readonly string[] {
  return plans
    .filter(({ environment }) => environment === undefined)
    .map(({ plan }) => {
      const says =
        plan.environment === undefined ? 'names no environment' : `is of "${safeText(plan.environment, 40)}"`;
      return `${safeText(plan.name, 80)} ${says}, of which there is no spec: say which one with ENV=${safeText(plan.name, 80)}`;
    });
}

/** What the plan wants to make and the spec does not know was written by an older synthesis, or by somebody else. */
function staleOutput(plans: readonly PlanOf[]): readonly string[] {
  return plans.flatMap(({ plan, environment }) => {
    if (!environment) return [];
    const unknown = plan.changes.filter(
      ({ action, address, isImported }) =>
        (action === 'create' || action === 'update' || action === 'replace' || isImported) &&
        placeOf(address, environment) === undefined,
    );
    if (unknown.length === 0) return [];
    const some = safeText(
      unknown
        .slice(0, 3)
        .map(({ address }) => address)
        .join(', '),
      150,
    );
    return [
      `${safeText(plan.name, 80)} changes ${unknown.length} addresses that specs/${environment.name}.yaml does not make (${some}): is the output older than the spec? elastiform synth --check tells`,
    ];
  });
}

/** Judged only where a plan of the AWS root was given: approvals are about what holds data there. */
function unusedApprovals(
  plans: readonly PlanOf[],
  changes: readonly ReviewedChange[],
  today: string,
): readonly string[] {
  const used = new Set(changes.flatMap(({ approval }) => approval ?? []));
  const environments = new Set(
    plans.flatMap(({ plan, environment }) => (environment && !plan.isOfKubernetes ? environment : [])),
  );
  return [...environments].flatMap(({ name, policy }) =>
    policy.approvals
      .filter((approval) => !used.has(approval) && approval.expires >= today)
      .map(({ action, address }) =>
        safeText(`${name}: the approval to ${action} ${address} is not needed by this plan; remove it`),
      ),
  );
}
