import type { Model } from '../../components/registry.ts';
import { plansOf, type TargetPlan } from '../../components/schedules/plan.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../../util/calendar/clock-time.ts';
import { parseDate } from '../../util/calendar/date.ts';
import { ZoneClock } from '../../util/calendar/time-zone.ts';
import { fillMinutes } from '../../util/calendar/week.ts';

/** Why a minute of the week is busy. */
export interface Busy {
  readonly plan: TargetPlan;
  /** The schedule that raises the number then; where schedules only lower it, one of those. */
  readonly schedule: string;
  readonly isRaised: boolean;
}

/**
 * The minutes of a week in UTC at which the schedules expect load; minute 0 is Monday 00:00. Busy is what is raised above
 * what the item itself says, or, where schedules only lower that, the time outside of them. Both clocks of a zone
 * with daylight saving count.
 *
 * @param today as YYYY-MM-DD; the clock changes of the year from then on are looked at
 * @returns one entry for each minute, `undefined` where it is quiet
 */
export function busyWeek(model: Model, today: string): readonly (Busy | undefined)[] {
  const busy = new Array<Busy | undefined>(MINUTES_PER_WEEK).fill(undefined);
  // What is said last stays: the first plan, and of that the earliest minute.
  for (const plan of [...plansOf(model)].reverse()) {
    const offsets = offsetsOf(plan.timezone, today);
    const busyAt = busyOn(plan);
    let end = MINUTES_PER_WEEK;
    for (const begin of [...new Set([0, ...plan.week.changes])].reverse()) {
      const found = busyAt(begin);
      if (found) for (const offset of offsets) fillMinutes(busy, found, begin - offset, end - begin);
      end = begin;
    }
  }
  return busy;
}

/** On the local clock of the plan. There is one answer for each schedule, and not one for each minute. */
function busyOn(plan: TargetPlan): (minute: number) => Busy | undefined {
  const { base, week } = plan;
  const isRaised = week.values.some((value) => value > base);
  const lowering = week.sources.find((source) => source !== undefined);
  const answers = new Map<string, Busy>();
  return (minute) => {
    const value = week.values[minute] as number;
    const schedule = isRaised ? week.sources[minute] : lowering;
    const isBusy = isRaised ? value > base : value === base;
    if (!isBusy || schedule === undefined) return undefined;
    const known = answers.get(schedule);
    if (known) return known;
    const found = { plan, schedule, isRaised };
    answers.set(schedule, found);
    return found;
  };
}

/** Minutes east of UTC, each once. */
function offsetsOf(timezone: string, today: string): readonly number[] {
  const from = (parseDate(today) ?? 0) * MINUTES_PER_DAY;
  const key = `${timezone} ${from}`;
  const known = offsets.get(key);
  if (known) return known;
  const clock = new ZoneClock(timezone, from, from + 366 * MINUTES_PER_DAY);
  const found = [...new Set([clock.offsetAt(from), ...clock.changes.map(({ after }) => after)])];
  offsets.set(key, found);
  return found;
}

const offsets = new Map<string, readonly number[]>();
