import type { Lowering } from '../../compiler/component.ts';
import type { Model } from '../registry.ts';
import { plansOf } from './plan.ts';
import type { Schedules } from './schema.ts';
import { addScheduledActions } from './terraform/scheduled-actions.ts';
import { addScheduledJobs } from './terraform/scheduled-jobs.ts';

/** Scheduled actions for groups of nodes in the AWS root, and CronJobs for workloads in the Kubernetes root. */
export const lowerSchedules: Lowering<Schedules, Model> = (schedules, { aws, kubernetes }, _frame, model) => {
  for (const plan of plansOf(model)) {
    if (plan.boundaries.length === 0) continue;
    if (plan.kind === 'workloads') addScheduledJobs(kubernetes, plan, schedules, model);
    else addScheduledActions(aws, plan, model);
  }
};
