import type { EventTimeline, EventTimelineChange } from '../../components/schedules/event-timeline.ts';
import { parseTarget } from '../../components/schedules/plan.ts';
import { formatMinutes } from '../../util/calendar/clock-time.ts';

/** What `schedule preview` prints. */
export interface Preview {
  readonly environment: string;
  /** Days since 1970-01-01. */
  readonly from: number;
  readonly days: number;
  readonly zoneData: string;
  /** Sorted by target. */
  readonly timelines: readonly EventTimeline[];
}

/** The field that a schedule moves, in the words of the spec. */
export function fieldOf(target: string): string {
  return parseTarget(target).kind === 'workloads' ? 'minReplicas' : 'min';
}

/** What holds at the start of the preview: a window, an event, or neither. */
export function initialReason({ initial: { window, event } }: EventTimeline): string {
  return event ?? window ?? 'outside of all windows';
}

/** Why a number changes: `business-hours begins`. */
export function reasonOf(change: EventTimelineChange, { plan }: EventTimeline): string {
  const { name, lead } = change.event ?? leadOf(change.boundary.window, plan);
  const cause = causeOf(change);
  if (cause === 'lead') return `${formatMinutes(lead)} before ${name}`;
  return cause === 'begin' ? `${name} begins` : `${name} ends`;
}

/** `lead`: before what begins; the numbers of events rise then, too. */
export function causeOf(change: EventTimelineChange): 'begin' | 'lead' | 'end' {
  if (!change.event) return change.boundary.cause;
  return change.cause === 'begin' && change.event.lead > 0 ? 'lead' : change.cause;
}

function leadOf(window: string, { windows }: EventTimeline['plan']): { name: string; lead: number } {
  return { name: window, lead: windows.find(({ name }) => name === window)?.lead ?? 0 };
}
