import { namedDates, type Scenario } from '../traffic/growth.ts';
import { eventOn } from './event-days.ts';
import type { Instant } from './instant.ts';
import type { Platform } from './platform.ts';

/** Days, both included, in which the traffic only rises or only falls, and within one event or none. */
export interface Stretch {
  readonly first: Instant;
  readonly last: Instant;
}

/** From asOf to the horizon, cut at named dates and at the beginnings and ends of events. */
export function stretchesOf(platform: Platform, horizon: number, scenario: Scenario): readonly Stretch[] {
  const { traffic, start, events } = platform;
  // A stretch begins on each of these days; the day before is the last one of the stretch before.
  const begins = new Set([start]);
  for (const { day } of namedDates(traffic)) begins.add(day + 1).add(day);
  for (const { first, last } of events) begins.add(first).add(last + 1);
  const days = [...begins].filter((day) => day >= start && day <= horizon).sort((a, b) => a - b);
  return days.map((day, index) => {
    const last = (days[index + 1] ?? horizon + 1) - 1;
    const event = eventOn(events, day);
    const instant = (at: number): Instant => ({ name: event?.key ?? '', day: at, scenario, event });
    return { first: instant(day), last: instant(last) };
  });
}
