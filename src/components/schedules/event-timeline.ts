import type { Boundary } from '../../util/calendar/week.ts';
import { holderAt, type TargetEvent } from './one-offs.ts';
import type { Timeline } from './timeline.ts';

/** What the week and the events together do to one target within some days. */
export interface EventTimeline extends Omit<Timeline, 'initial' | 'changes'> {
  readonly initial: Timeline['initial'] & { readonly event: string | undefined };
  /** In order; each differs from the one before. */
  readonly changes: readonly EventTimelineChange[];
}

export type EventTimelineChange = {
  /** Minutes since 1970-01-01T00:00Z. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
} & (
  | { readonly boundary: Boundary; readonly event?: never }
  /** An event that begins, or that has ended. */
  | { readonly boundary?: never; readonly event: TargetEvent; readonly cause: 'begin' | 'end' }
);

/** The greater of what the week says and of the floors of the events, as it is meant: without the minute that moves it. */
export function withEvents(timeline: Timeline, events: readonly TargetEvent[]): EventTimeline {
  const { start, end, initial } = timeline;
  const first = holderAt(events, start);
  const isRaised = first !== undefined && first.floor > initial.value;
  const value = isRaised ? first.floor : initial.value;
  const changes: EventTimelineChange[] = [];
  const boundaries = new Map(timeline.changes.map((change) => [change.at, change]));
  const edges = events.flatMap((event) => [event.begin, event.end]).filter((at) => at > start && at < end);
  let ofWeek = initial.value;
  let from = value;
  for (const at of [...new Set([...boundaries.keys(), ...edges])].sort((a, b) => a - b)) {
    const weekly = boundaries.get(at);
    ofWeek = weekly?.to ?? ofWeek;
    const holder = holderAt(events, at);
    const to = Math.max(ofWeek, holder?.floor ?? 0);
    if (to !== from) changes.push({ at, from, to, ...reasonOf(events, at, to, holder, weekly?.boundary) });
    from = to;
  }
  const event = isRaised ? first.name : undefined;
  return { ...timeline, initial: { value, window: initial.window, event }, changes };
}

/** An event that begins or ends tells more than the week under it. */
function reasonOf(
  events: readonly TargetEvent[],
  at: number,
  to: number,
  holder: TargetEvent | undefined,
  boundary: Boundary | undefined,
): { readonly event: TargetEvent; readonly cause: 'begin' | 'end' } | { readonly boundary: Boundary } {
  const ended = events.find(({ end }) => end === at);
  if (holder?.begin === at && holder.floor === to) return { event: holder, cause: 'begin' };
  if (ended) return { event: ended, cause: 'end' };
  return { boundary: boundary as Boundary };
}
