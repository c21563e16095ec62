import { MINUTES_PER_DAY } from '../../util/calendar/clock-time.ts';
import { weekdayOf } from '../../util/calendar/date.ts';
import { occurrencesOf } from '../../util/calendar/occurrences.ts';
import { ZoneClock } from '../../util/calendar/time-zone.ts';
import type { Boundary } from '../../util/calendar/week.ts';
import type { TargetPlan } from './plan.ts';

/** What happens to one target within some days. */
export interface Timeline {
  readonly plan: TargetPlan;
  /** Minutes since 1970-01-01T00:00Z: local midnight of the first day, and of the day after the last. */
  readonly start: number;
  readonly end: number;
  /** What holds at the start, and the window that says so. */
  readonly initial: { readonly value: number; readonly window: string | undefined };
  /** In order; each differs from the one before. */
  readonly changes: readonly TimelineChange[];
  readonly clock: ZoneClock;
}

export interface TimelineChange {
  /** Minutes since 1970-01-01T00:00Z. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly boundary: Boundary;
}

/** @param fromDay days since 1970-01-01 on the local clock of the target */
export function timelineOf(plan: TargetPlan, fromDay: number, days: number): Timeline {
  const toDay = fromDay + days;
  // A day more at both ends: local days begin up to 14 hours away from those of UTC.
  const clock = new ZoneClock(plan.timezone, (fromDay - 1) * MINUTES_PER_DAY, (toDay + 1) * MINUTES_PER_DAY);
  const start = midnight(fromDay, clock);
  const first = weekdayOf(fromDay) * MINUTES_PER_DAY;
  const initial = { value: plan.week.values[first] ?? plan.base, window: plan.week.sources[first] };
  const changes: TimelineChange[] = [];
  let from = initial.value;
  for (const { at, boundary } of occurrencesOf(plan.boundaries, clock, fromDay, toDay)) {
    if (boundary.value === from) continue;
    changes.push({ at, from, to: boundary.value, boundary });
    from = boundary.value;
  }
  return { plan, start, end: midnight(toDay, clock), initial, changes, clock };
}

/** The least, the greatest and the mean number over the time, and how often it changes. */
export function summaryOf({
  start,
  end,
  initial,
  changes,
}: Pick<Timeline, 'start' | 'end'> & {
  readonly initial: { readonly value: number };
  readonly changes: readonly { readonly at: number; readonly to: number }[];
}): {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
} {
  const pieces = [{ at: start, to: initial.value }, ...changes].map(({ at, to }, index, all) => ({
    value: to,
    minutes: (all[index + 1]?.at ?? end) - at,
  }));
  const values = pieces.filter(({ minutes }) => minutes > 0).map(({ value }) => value);
  const total = pieces.reduce((sum, { value, minutes }) => sum + value * minutes, 0);
  return { least: Math.min(...values), most: Math.max(...values), mean: total / (end - start) };
}

/** Where midnight does not exist (clocks have gone forward at midnight), the moment of the change. */
function midnight(day: number, clock: ZoneClock): number {
  const instant = clock.instantOf(day * MINUTES_PER_DAY);
  return instant.kind === 'skipped' ? instant.change.at : instant.at;
}
