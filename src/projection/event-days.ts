import type { Traffic } from '../compiler/frame/traffic.ts';
import { eventWindows } from '../traffic/events.ts';
import { rateOn } from '../traffic/growth.ts';

/** An event of `traffic.events` in whole days, for growth is counted by the day. */
export interface EventDays {
  readonly key: string;
  /** Days since 1970-01-01, both included. */
  readonly first: number;
  readonly last: number;
  /** The one of them with the most requests in base growth. */
  readonly busiest: number;
  /** Hundredths: 300 for three times as many requests. */
  readonly factor: number;
}

/** In the order in which they begin. One that cannot be is left out; the rules of `traffic-event` tell of it. */
export function eventDays(traffic: Traffic): readonly EventDays[] {
  return eventWindows(traffic).map(({ name, firstDay, lastDay, factor }) => {
    const days = Array.from({ length: lastDay - firstDay + 1 }, (_, index) => firstDay + index);
    const rateAt = (day: number) => rateOn(traffic, day, 'base');
    const busiest = days.reduce((most, day) => (rateAt(day) > rateAt(most) ? day : most), firstDay);
    return { key: name, first: firstDay, last: lastDay, busiest, factor };
  });
}

/** The event of a day with the most requests, if there is one. */
export function eventOn(events: readonly EventDays[], day: number): EventDays | undefined {
  return events
    .filter(({ first, last }) => first <= day && day <= last)
    .reduce<EventDays | undefined>(
      (most, event) => (most && most.factor >= event.factor ? most : event),
      undefined,
    );
}
