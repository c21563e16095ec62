import type { Traffic } from '../compiler/frame/traffic.ts';
import type { TrafficEvent } from '../compiler/frame/traffic-events.ts';
import { MINUTES_PER_DAY } from '../util/calendar/clock-time.ts';
import { parseDate } from '../util/calendar/date.ts';
import { ZoneClock, zoneProblem } from '../util/calendar/time-zone.ts';
import { compareText } from '../util/compare.ts';

/** Longer is no event but a season: a schedule says it, and a cron without a year could not tell two of them apart. */
export const LONGEST_EVENT_DAYS = 31;

/** As for schedules: longer is no start of nodes any more. */
export const LONGEST_EVENT_LEAD_SECONDS = 4 * 3600;

/** A time of an event on the local clock: minutes since 1970-01-01 00:00. */
export interface EventTime {
  readonly local: number;
  /** Minutes since 1970-01-01T00:00Z; where clocks skip the local time, the moment of that change. */
  readonly at: number;
  readonly kind: 'once' | 'skipped' | 'twice';
}

/** One event of `traffic.events`, on the world's clock. */
export interface EventWindow {
  readonly name: string;
  readonly timezone: string;
  /** Minutes since 1970-01-01T00:00Z. */
  readonly begin: number;
  /** The first minute that is no longer part of it. */
  readonly end: number;
  /** Days since 1970-01-01 on the local clock: the first and the last with a minute of it. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Hundredths. */
  readonly factor: number;
  /** Minutes before the beginning at which the floors of nodes rise. */
  readonly leadOfNodes: number;
  /** The same for pods: when half of the lead of the nodes has passed. */
  readonly leadOfPods: number;
}

/**
 * All events that can be, in the order in which they begin. One whose time zone, days or length cannot be is left out;
 * the rules of `traffic-event` tell of it.
 */
export function eventWindows(traffic: Traffic | undefined): readonly EventWindow[] {
  if (!traffic?.events || zoneProblem(traffic.timezone)) return [];
  const windows = [...traffic.events].flatMap(([name, event]) => windowOf(name, event, traffic) ?? []);
  return windows.sort((a, b) => a.begin - b.begin || compareText(a.name, b.name));
}

function windowOf(name: string, event: TrafficEvent, { timezone }: Traffic): EventWindow | undefined {
  const { from, to } = eventTimes(event, timezone);
  if (!from || !to || to.at <= from.at || to.at - from.at > LONGEST_EVENT_DAYS * MINUTES_PER_DAY)
    return undefined;
  const lead = Math.floor(Math.min(event.leadTime, LONGEST_EVENT_LEAD_SECONDS) / 60);
  return {
    name,
    timezone,
    begin: from.at,
    end: to.at,
    firstDay: Math.floor(from.local / MINUTES_PER_DAY),
    lastDay: Math.floor((to.local - 1) / MINUTES_PER_DAY),
    factor: event.factor,
    leadOfNodes: lead,
    leadOfPods: Math.floor(lead / 2),
  };
}

/**
 * When an event begins and ends; undefined for a day that does not exist. A day alone begins at its midnight, and ends
 * at the next. Of a local time that comes twice the first begins an event, and the second ends it.
 *
 * @param timezone one that nothing is wrong with
 */
export function eventTimes(
  { from, to }: Pick<TrafficEvent, 'from' | 'to'>,
  timezone: string,
): { readonly from: EventTime | undefined; readonly to: EventTime | undefined } {
  return { from: eventTime(from, timezone, 'from'), to: eventTime(to, timezone, 'to') };
}

function eventTime(text: string, timezone: string, which: 'from' | 'to'): EventTime | undefined {
  const [date = '', time] = text.split(' ');
  const day = parseDate(date);
  if (day === undefined) return undefined;
  const [hours = 0, minutes = 0] = (time ?? (which === 'to' ? '24:00' : '00:00')).split(':').map(Number);
  const local = day * MINUTES_PER_DAY + hours * 60 + minutes;
  // Clocks are up to 14 hours away from UTC.
  const clock = new ZoneClock(timezone, local - 2 * MINUTES_PER_DAY, local + 2 * MINUTES_PER_DAY);
  const instant = clock.instantOf(local);
  if (instant.kind === 'skipped') return { local, at: instant.change.at, kind: 'skipped' };
  const at = instant.kind === 'twice' && which === 'to' ? instant.again : instant.at;
  return { local, at, kind: instant.kind };
}
