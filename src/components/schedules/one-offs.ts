import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../../util/calendar/clock-time.ts';
import { weekdayOf } from '../../util/calendar/date.ts';
import { ZoneClock } from '../../util/calendar/time-zone.ts';
import type { TargetPlan } from './plan.ts';

/** An event, for one target. */
export interface TargetEvent {
  readonly name: string;
  /** Minutes since 1970-01-01T00:00Z: when the floor rises, lead included, and when it falls. */
  readonly begin: number;
  readonly end: number;
  /** Minutes of lead before it, which are a part of the time from `begin`. */
  readonly lead: number;
  readonly floor: number;
}

/** A change of the number beside those that come every week. */
export interface OneOff {
  /** Minutes since 1970-01-01T00:00Z; no two of a target, and none at the minute of a weekly change. */
  readonly at: number;
  readonly value: number;
  /** The event that begins, that goes on, or that has ended. */
  readonly event: string;
  /** `again`: a weekly change has just set a lower number. */
  readonly cause: 'begin' | 'again' | 'end';
  /** Minutes until a weekly change or an event may set another number; at most a day. */
  readonly untilNext: number;
}

/**
 * The fewest one-off changes that keep a target at the greater of its weekly number and of the floors of its events,
 * and leave it at the weekly number afterwards. A weekly change within an event is followed a minute later, because AWS
 * refuses two actions at one moment and runs those of one group in order.
 *
 * @param settleMinutes how late a weekly change may take effect: it is followed once more after that time
 */
export function oneOffsOf(
  plan: TargetPlan,
  events: readonly TargetEvent[],
  settleMinutes = 0,
): readonly OneOff[] {
  if (events.length === 0) return [];
  const first = Math.min(...events.map(({ begin }) => begin));
  const last = Math.max(...events.map(({ end }) => end));
  const weekly = weeklyChanges(plan, first, last);
  const edges = new Set(events.flatMap(({ begin, end }) => [begin, end]));
  const moments = [...new Set([...edges, ...weekly.keys()])].sort((a, b) => a - b);
  const found: Omit<OneOff, 'untilNext'>[] = [];
  let ofWeek = plan.base;
  let actual = plan.base;
  for (const [index, at] of moments.entries()) {
    const set = weekly.get(at);
    ofWeek = set ?? ofWeek;
    actual = set ?? actual;
    const next = moments[index + 1] ?? Number.POSITIVE_INFINITY;
    // A moment a minute later looks after itself.
    const when = set === undefined ? at : at + 1;
    const holder = holderAt(events, at);
    const wanted = Math.max(ofWeek, holder?.floor ?? 0);
    if (wanted !== actual && when < next) {
      found.push({ at: when, value: wanted, ...reasonOf(events, at, holder) });
      actual = wanted;
    }
    if (set === undefined || settleMinutes === 0) continue;
    const settled = at + 1 + settleMinutes;
    const later = holderAt(events, settled);
    const nextOfWeek =
      moments.slice(index + 1).find((moment) => weekly.has(moment)) ?? Number.POSITIVE_INFINITY;
    if (later && later.floor > ofWeek && nextOfWeek > settled && !edges.has(settled))
      found.push({ at: settled, value: later.floor, event: later.name, cause: 'again' });
  }
  return found.sort((a, b) => a.at - b.at).map((one) => ({ ...one, untilNext: untilNext(one.at, moments) }));
}

/** The event with the greatest floor of those that are on. */
export function holderAt(events: readonly TargetEvent[], at: number): TargetEvent | undefined {
  return events
    .filter(({ begin, end }) => begin <= at && at < end)
    .reduce<TargetEvent | undefined>(
      (most, event) => (most && most.floor >= event.floor ? most : event),
      undefined,
    );
}

function reasonOf(
  events: readonly TargetEvent[],
  at: number,
  holder: TargetEvent | undefined,
): Pick<OneOff, 'event' | 'cause'> {
  const ended = events.find(({ end }) => end === at);
  if (holder?.begin === at) return { event: holder.name, cause: 'begin' };
  if (ended) return { event: ended.name, cause: 'end' };
  return { event: holder?.name ?? '', cause: 'again' };
}

/**
 * What the weekly plan sets, and when, from a week before some time until a week after it. A local time that comes
 * twice counts both times, for CronJobs run twice then.
 *
 * @source robfig/cron v3, which Kubernetes uses: SpecSchedule.Next in spec.go (read 2026-11-25)
 */
function weeklyChanges(plan: TargetPlan, from: number, to: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (plan.boundaries.length === 0) return found;
  const start = from - MINUTES_PER_WEEK - MINUTES_PER_DAY;
  const end = to + MINUTES_PER_WEEK + MINUTES_PER_DAY;
  const clock = new ZoneClock(plan.timezone, start, end);
  for (let day = Math.floor(start / MINUTES_PER_DAY) + 1; day * MINUTES_PER_DAY < end; day += 1) {
    for (const { time, days, value } of plan.boundaries) {
      if (!days.includes(weekdayOf(day))) continue;
      const instant = clock.instantOf(day * MINUTES_PER_DAY + time);
      if (instant.kind === 'skipped') continue;
      found.set(instant.at, value);
      if (instant.kind === 'twice') found.set(instant.again, value);
    }
  }
  return found;
}

function untilNext(at: number, moments: readonly number[]): number {
  const next = moments.find((moment) => moment > at) ?? Number.POSITIVE_INFINITY;
  return Math.min(next - at, MINUTES_PER_DAY);
}
