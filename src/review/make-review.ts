import type { Plan, PlannedChange } from '../plan/plan.ts';
import { compareText } from '../util/compare.ts';
import { driftOf } from './drift.ts';
import type { ReviewedEnvironment } from './environment.ts';
import { groupChanges } from './grouping.ts';
import { incompleteness } from './incompleteness.ts';
import { reasonsOf } from './reasons.ts';
import { type Counts, type Review, type ReviewedCost, VERDICTS } from './review.ts';
import { type ReviewedChange, reviewChange } from './reviewed-change.ts';
import { safeText } from './safe-text.ts';
import { warningsAbout } from './warnings.ts';

/** A plan and the environment that it is of, if that is known. */
export interface PlanOf {
  readonly plan: Plan;
  readonly environment?: ReviewedEnvironment | undefined;
}

/**
 * @param today as YYYY-MM-DD, from which windows and approvals are counted
 * @param costs of the environments, against the base that somebody named
 */
export function reviewPlans(
  plans: readonly PlanOf[],
  today: string,
  costs?: readonly ReviewedCost[],
): Review {
  const changes: ReviewedChange[] = [];
  for (const { plan, environment } of plans)
    for (const change of plan.changes) changes.push(reviewChange(change, environment, today));
  const groups = groupChanges(changes.map(({ group }) => group));
  const drift = plans.map(({ plan, environment }) => driftOf(plan, environment, today));
  const incomplete = plans.flatMap(({ plan }) => incompleteness(plan) ?? []);
  const verdicts = [...groups, ...incomplete].map(({ verdict }) => verdict);
  return {
    verdict: VERDICTS.findLast((verdict) => verdicts.includes(verdict)) ?? 'auto',
    reasons: [...incomplete.map(({ reason }) => reason), ...reasonsOf(groups)],
    groups,
    drift: groupChanges(drift.flatMap((one) => one.groups)),
    ownedFields: drift.reduce((sum, one) => sum + one.ownedFields, 0),
    warnings: warningsAbout(plans, changes, today),
    counts: countsOf(plans.flatMap(({ plan }) => plan.changes)),
    outputs: plans.reduce((sum, { plan }) => sum + plan.outputs, 0),
    environments: [...new Set(plans.flatMap(({ environment }) => environment?.name ?? []))].sort(compareText),
    plans: plans.map(({ plan }) => safeText(plan.name)),
    ...(costs ? { costs } : {}),
  };
}

function countsOf(changes: readonly PlannedChange[]): Counts {
  const count = (matches: (change: PlannedChange) => boolean) => changes.filter(matches).length;
  return {
    create: count(({ action }) => action === 'create'),
    update: count(({ action }) => action === 'update'),
    replace: count(({ action }) => action === 'replace'),
    delete: count(({ action }) => action === 'delete'),
    forget: count(({ action }) => action === 'forget'),
    import: count(({ isImported }) => isImported),
    move: count(({ previousAddress }) => previousAddress !== undefined),
  };
}
