import { MINUTES_PER_DAY } from './clock-time.ts';
import { weekdayOf } from './date.ts';
import type { ClockChange, ZoneClock } from './time-zone.ts';

/** One boundary on one day. */
export interface Occurrence<B> {
  readonly boundary: B;
  /** Minutes since 1970-01-01T00:00Z. */
  readonly at: number;
}

interface Timed {
  readonly time: number;
  readonly days: readonly number[];
}

/**
 * When boundaries are reached, in order. A local time that happens twice counts when it comes first: a job
 * that runs again an hour later sets the same number again. One that does not exist is left out, as the
 * CronJob controller does.
 *
 * @param fromDay days since 1970-01-01 on the local clock
 * @param toDay the first day that no longer counts
 * @source robfig/cron v3 (used by Kubernetes): "jobs scheduled during daylight-savings leap-ahead transitions
 *   will not be run"; its `Next` finds a repeated time twice (spec.go, read 2026-11-25)
 */
export function occurrencesOf<B extends Timed>(
  boundaries: readonly B[],
  clock: ZoneClock,
  fromDay: number,
  toDay: number,
): readonly Occurrence<B>[] {
  const found: Occurrence<B>[] = [];
  for (let day = fromDay; day < toDay; day += 1) {
    for (const boundary of boundaries) {
      if (!boundary.days.includes(weekdayOf(day))) continue;
      const instant = clock.instantOf(day * MINUTES_PER_DAY + boundary.time);
      if (instant.kind !== 'skipped') found.push({ boundary, at: instant.at });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** A boundary whose local time is not a plain one on some day. */
export interface Irregular<B> {
  readonly boundary: B;
  readonly kind: 'skipped' | 'twice';
  /** The local time, in minutes. */
  readonly local: number;
  readonly change: ClockChange;
}

/** The first irregular day of each boundary. Only days on which clocks change are looked at. */
export function irregularitiesOf<B extends Timed>(
  boundaries: readonly B[],
  clock: ZoneClock,
): readonly Irregular<B>[] {
  const found: Irregular<B>[] = [];
  for (const boundary of boundaries) {
    for (const kind of ['skipped', 'twice'] as const) {
      const first = clock.changes.flatMap((change) => irregularAt(boundary, change, clock, kind))[0];
      if (first) found.push(first);
    }
  }
  return found;
}

function irregularAt<B extends Timed>(
  boundary: B,
  change: ClockChange,
  clock: ZoneClock,
  kind: 'skipped' | 'twice',
): readonly Irregular<B>[] {
  const days = new Set(
    [change.before, change.after].map((offset) => Math.floor((change.at + offset) / MINUTES_PER_DAY)),
  );
  return [...days].flatMap((day) => {
    if (!boundary.days.includes(weekdayOf(day))) return [];
    const local = day * MINUTES_PER_DAY + boundary.time;
    const instant = clock.instantOf(local);
    return instant.kind === kind ? [{ boundary, kind, local, change }] : [];
  });
}
