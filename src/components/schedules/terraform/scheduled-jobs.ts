import type { Root } from '../../../terraform/engine/root.ts';
import { cronOf } from '../../../util/calendar/cron.ts';
import type { TargetPlan } from '../plan.ts';
import type { Schedules } from '../schema.ts';
import { describeBoundary, partsOf } from './boundary.ts';
import { addCronJob } from './cron-job.ts';
import type { JobTarget } from './job-target.ts';

/** A CronJob for each boundary of a workload. */
export function addScheduledJobs(
  root: Root,
  plan: TargetPlan,
  target: JobTarget,
  schedules: Schedules,
): void {
  const { prefix, previousName } = target;
  const { key, timezone } = plan;
  for (const boundary of plan.boundaries) {
    const { time, days, value, untilNext, window } = boundary;
    const parts = partsOf(boundary, plan);
    addCronJob(
      root,
      {
        file: 'schedules',
        at: ['schedules', window],
        name: [key, ...parts],
        previousName: previousName === undefined ? undefined : [previousName, ...parts],
        notes: [describeBoundary(boundary, 'workload')],
      },
      target,
      {
        name: [prefix, ...parts].join('-'),
        cron: cronOf(time, days),
        timezone,
        value,
        untilNext,
        image: schedules.get(window)?.image,
      },
    );
  }
}
