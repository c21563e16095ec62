import { namedDates, type Scenario } from '../traffic/growth.ts';
import { addMonths } from '../util/calendar/date.ts';
import { compareText } from '../util/compare.ts';
import type { EventDays } from './event-days.ts';
import type { Platform } from './platform.ts';

/** A day for which everything is counted. */
export interface Instant {
  /** `asOf`, `3mo`, `2027-03-01`, or the key of the event. */
  readonly name: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly scenario: Scenario;
  /** There are so many times as many requests. */
  readonly event?: EventDays | undefined;
}

/** How far is looked when nobody says it. */
const DEFAULT_MONTHS = 12;

/** The last day of the projection: so many months from asOf; without a number a year, or as far as growth is told. */
export function horizonOf({ traffic, start }: Platform, months: number | undefined): number {
  if (months !== undefined) return addMonths(start, months);
  return Math.max(addMonths(start, DEFAULT_MONTHS), ...namedDates(traffic).map(({ day }) => day));
}

/**
 * The days of the table, in order: asOf, the named dates, events on their busiest day, and each month where a number of
 * months was asked for. Nothing beyond the horizon.
 */
export function instantsOf(platform: Platform, months: number | undefined): readonly Instant[] {
  const { traffic, start, events } = platform;
  const horizon = horizonOf(platform, months);
  const named = namedDates(traffic).map(({ name, day }) => ({ name, day }));
  const taken = new Set(named.map(({ day }) => day));
  const monthly = monthNumbers(months, horizon === addMonths(start, DEFAULT_MONTHS))
    .map((count) => ({ name: `${count}mo`, day: addMonths(start, count) }))
    .filter(({ day }) => !taken.has(day));
  const special = events
    .filter(({ first, last: end }) => end >= start && first <= horizon)
    .map((event) => ({ name: event.key, day: Math.min(Math.max(event.busiest, start), horizon), event }));
  return [...named, ...monthly, ...special]
    .filter(({ day }) => day <= horizon)
    .map((each) => ({ ...each, scenario: 'base' as const }))
    .sort(
      (a, b) => a.day - b.day || Number('event' in a) - Number('event' in b) || compareText(a.name, b.name),
    );
}

/** Every month that was asked for, or the one of the horizon. */
function monthNumbers(months: number | undefined, endsAtDefault: boolean): readonly number[] {
  if (months !== undefined) return Array.from({ length: months }, (_, index) => index + 1);
  return endsAtDefault ? [DEFAULT_MONTHS] : [];
}

/** `3mo`, and `events.black-friday` for an event: the first part of the ids of its figures. */
export function idOf({ name, event }: Instant): string {
  return event ? `events.${name}` : name;
}

/** The same for days of which the same is to be said, whatever they are called. */
export function keyOf({ day, scenario, event }: Instant): string {
  return `${day} ${scenario} ${event?.key ?? ''}`;
}
