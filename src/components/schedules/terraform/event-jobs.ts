import { addressName } from '../../../terraform/engine/address.ts';
import { expression, numberExpression } from '../../../terraform/engine/expression.ts';
import type { Root } from '../../../terraform/engine/root.ts';
import { MINUTES_PER_DAY } from '../../../util/calendar/clock-time.ts';
import type { Model } from '../../registry.ts';
import type { EventPlan } from '../event-plan.ts';
import { kubectlImage } from '../kubectl-image.ts';
import type { TargetEvent } from '../one-offs.ts';
import { addCronJob } from './cron-job.ts';
import { type EventCron, eventCrons } from './event-crons.ts';
import { type JobTarget, shortened } from './job-target.ts';
import { type AlikeOneOffs, alikeOneOffs, describeOneOffs, utcTime } from './one-off-words.ts';

/**
 * CronJobs for the events of a workload. A cron has no year, so they are there only when Terraform plans near the event.
 * Times are those of UTC.
 */
export function addEventJobs(root: Root, eventPlan: EventPlan, target: JobTarget, model: Model): void {
  for (const alike of alikeOneOffs(eventPlan.oneOffs)) {
    for (const cron of eventCrons(alike)) addEventJob(root, eventPlan, target, model, alike, cron);
  }
}

function addEventJob(
  root: Root,
  { plan }: EventPlan,
  target: JobTarget,
  model: Model,
  alike: AlikeOneOffs,
  { cron, part, oneOffs }: EventCron,
): void {
  const { key, prefix, previousName } = target;
  const [{ event, cause, value }] = alike;
  // An event begins and ends once.
  const words = [`event-${event}`, cause === 'again' ? `${cause}-${part}` : cause];
  addCronJob(
    root,
    {
      file: 'schedules',
      at: ['traffic', 'events', event],
      name: [key, ...words],
      previousName: previousName === undefined ? undefined : [previousName, ...words],
      notes: describeOneOffs(oneOffs, plan, 'workload'),
    },
    target,
    {
      name: shortened([prefix, ...words].join('-'), 52),
      cron,
      timezone: 'Etc/UTC',
      value,
      untilNext: Math.min(...oneOffs.map(({ untilNext }) => untilNext)),
      image: imageOf(plan.target, model),
      count: numberExpression(`local.${addressName(nearName(event))} ? 1 : 0`),
    },
  );
}

/** That of a schedule of the target: whoever mirrors one image has no other. */
function imageOf(target: string, { schedules, foundation }: Model): string {
  const own = [...schedules.values()].find(({ floors }) => floors.has(target));
  return own?.image ?? kubectlImage(foundation.kubernetesVersion);
}

/**
 * Days before an event from which its jobs are there. With an event of 31 days and a lead of four hours, that is always
 * after the same days of the year before.
 */
const DAYS_BEFORE = 300;

/** A day later nothing of it can still run. */
const DAYS_AFTER = 1;

/** Says once for each event whether Terraform plans near it. */
export function addEventLocals(root: Root, plans: readonly EventPlan[]): void {
  const events = new Map<string, TargetEvent>();
  for (const { events: own, oneOffs } of plans) {
    for (const event of own) {
      const known = events.get(event.name);
      if (!oneOffs.some((one) => one.event === event.name) || (known && known.begin <= event.begin)) continue;
      events.set(event.name, event);
    }
  }
  for (const { name, begin, end } of events.values()) {
    const from = utcTime(begin - DAYS_BEFORE * MINUTES_PER_DAY);
    const to = utcTime(end + DAYS_AFTER * MINUTES_PER_DAY);
    root.local(
      { file: 'schedules', at: ['traffic', 'events', name], name: nearName(name) },
      expression(`timecmp(plantimestamp(), "${from}") >= 0 && timecmp(plantimestamp(), "${to}") < 0`),
    );
  }
}

function nearName(event: string): readonly string[] {
  return ['traffic', `event-${event}`, 'is-near'];
}
