import type { TrafficEvent } from '../../compiler/frame/traffic-events.ts';
import type { Report, RuleContext } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { type EventTime, type EventWindow, eventTimes } from '../../traffic/events.ts';
import { MINUTES_PER_DAY } from '../../util/calendar/clock-time.ts';
import { parseDate } from '../../util/calendar/date.ts';
import { zoneProblem } from '../../util/calendar/time-zone.ts';

/** An event of the spec, as its rules see it. */
export interface WrittenEvent {
  readonly name: string;
  readonly event: TrafficEvent;
  readonly timezone: string;
  /** Undefined for a day that does not exist. */
  readonly from: EventTime | undefined;
  readonly to: EventTime | undefined;
  /** A path inside of the event. */
  at(...path: string[]): SpecPath;
}

/** For rules that look at one event at a time. In a time zone that is none nothing can be said of it. */
export function eachEvent(
  check: (event: WrittenEvent, report: Report, context: RuleContext, model: Model) => void,
): (model: Model, report: Report, context: RuleContext) => void {
  return (model, report, context) => {
    const { traffic } = model;
    if (!traffic?.events || zoneProblem(traffic.timezone)) return;
    for (const [name, event] of traffic.events) {
      const at = (...path: string[]) => ['traffic', 'events', name, ...path];
      const times = eventTimes(event, traffic.timezone);
      check({ name, event, timezone: traffic.timezone, ...times, at }, report, context, model);
    }
  };
}

/**
 * Whether an event is over for good, wherever on earth it is read. Nothing but `traffic-event/over` is said of it then.
 *
 * @param today as YYYY-MM-DD
 */
export function isOver({ end }: Pick<EventWindow, 'end'>, today: string): boolean {
  return end + MINUTES_PER_DAY <= (parseDate(today) ?? 0) * MINUTES_PER_DAY;
}
