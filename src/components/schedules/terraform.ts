import type { Lowering } from '../../compiler/component.ts';
import { compareText } from '../../util/compare.ts';
import type { Model } from '../registry.ts';
import { type EventPlan, eventPlansOf } from './event-plan.ts';
import { plansOf, type TargetPlan } from './plan.ts';
import type { Schedules } from './schema.ts';
import { addEventActions } from './terraform/event-actions.ts';
import { addEventJobs, addEventLocals } from './terraform/event-jobs.ts';
import { addPermissions, jobTarget } from './terraform/job-target.ts';
import { addScheduledActions } from './terraform/scheduled-actions.ts';
import { addScheduledJobs } from './terraform/scheduled-jobs.ts';

/**
 * Scheduled actions for groups of nodes in the AWS root, and CronJobs for workloads in the Kubernetes root: those of
 * the week, and those of the events of the traffic.
 */
export const lowerSchedules: Lowering<Schedules, Model> = (
  schedules,
  { aws, kubernetes },
  _frame,
  model,
  catalog,
) => {
  const weekly = plansOf(model).filter(({ boundaries }) => boundaries.length > 0);
  const ofEvents = eventPlansOf(model, catalog);
  addEventLocals(
    kubernetes,
    ofEvents.filter(({ plan }) => plan.kind === 'workloads'),
  );
  for (const { kind, key, week, events } of byTarget(weekly, ofEvents)) {
    if (kind === 'workloads') {
      const target = jobTarget(key, model);
      addPermissions(kubernetes, target, week ? ['schedules'] : ['traffic', 'events']);
      if (week) addScheduledJobs(kubernetes, week, target, schedules);
      if (events) addEventJobs(kubernetes, events, target, model);
    } else {
      if (week) addScheduledActions(aws, week, model);
      if (events) addEventActions(aws, events, model);
    }
  }
};

interface OfTarget extends Pick<TargetPlan, 'target' | 'kind' | 'key'> {
  readonly week: TargetPlan | undefined;
  readonly events: EventPlan | undefined;
}

/** One entry for each target that has either, sorted by target. */
function byTarget(weekly: readonly TargetPlan[], ofEvents: readonly EventPlan[]): readonly OfTarget[] {
  const found = new Map<string, OfTarget>();
  for (const { target, kind, key } of [...weekly, ...ofEvents.map(({ plan }) => plan)]) {
    const week = weekly.find((plan) => plan.target === target);
    const events = ofEvents.find(({ plan }) => plan.target === target);
    found.set(target, { target, kind, key, week, events });
  }
  return [...found.values()].sort((a, b) => compareText(a.target, b.target));
}
