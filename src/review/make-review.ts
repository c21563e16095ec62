import type { Plan, PlannedChange } from '../plan/plan.ts';
import { compareText } from '../util/compare.ts';
import { driftOf } from './drift.ts';
import type { ReviewedEnvironment } from './environment.ts';
import { groupChanges } from './grouping.ts';
import { reasonsOf } from './reasons.ts';
import { type Counts, type Review, VERDICTS } from './review.ts';
import { type ReviewedChange, reviewChange } from './reviewed-change.ts';
import { safeText } from './safe-text.ts';
import { warningsAbout } from './warnings.ts';

/** A plan and the environment that it is of, if that is known. */
export interface PlanOf {
  readonly plan: Plan;
  readonly environment?: ReviewedEnvironment | undefined;
}

/** @param today as YYYY-MM-DD, from which windows and approvals are counted */
export function reviewPlans(plans: readonly PlanOf[], today: string): Review {
  const changes: ReviewedChange[] = [];
  for (const { plan, environment } of plans)
    for (const change of plan.changes) changes.push(reviewChange(change, environment, today));
  const groups = groupChanges(changes.map(({ group }) => group));
  const drift = plans.map(({ plan, environment }) => driftOf(plan, environment, today));
  const incomplete = plans.filter(({ plan }) => plan.isErrored || plan.deferred > 0);
  const verdicts = [...groups.map(({ verdict }) => verdict), ...incomplete.map(() => 'blocked' as const)];
  return {
    verdict: VERDICTS.findLast((verdict) => verdicts.includes(verdict)) ?? 'auto',
    reasons: [...incomplete.map(({ plan }) => whyIncomplete(plan)), ...reasonsOf(groups)],
    groups,
    drift: groupChanges(drift.flatMap((one) => one.groups)),
    ownedFields: drift.reduce((sum, one) => sum + one.ownedFields, 0),
    warnings: warningsAbout(plans, changes, today),
    counts: countsOf(plans.flatMap(({ plan }) => plan.changes)),
    environments: [...new Set(plans.flatMap(({ environment }) => environment?.name ?? []))].sort(compareText),
    plans: plans.map(({ plan }) => safeText(plan.name)),
  };
}

function whyIncomplete({ name, isErrored, deferred }: Plan): string {
  return isErrored
    ? `${safeText(name, 80)} is incomplete: Terraform stopped with an error`
    : `${safeText(name, 80)} is incomplete: Terraform put off ${deferred} changes`;
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
