import { parseTarget } from '../../components/schedules/plan.ts';
import type { Timeline, TimelineChange } from '../../components/schedules/timeline.ts';
import { formatMinutes } from '../../util/calendar/clock-time.ts';

/** What `schedule preview` prints. */
export interface Preview {
  readonly environment: string;
  /** Days since 1970-01-01. */
  readonly from: number;
  readonly days: number;
  readonly zoneData: string;
  /** Sorted by target. */
  readonly timelines: readonly Timeline[];
}

/** The field that a schedule moves, in the words of the spec. */
export function fieldOf(target: string): string {
  return parseTarget(target).kind === 'workloads' ? 'minReplicas' : 'min';
}

/** Why a number changes: `business-hours begins`. */
export function reasonOf({ boundary: { cause, window } }: TimelineChange, { plan }: Timeline): string {
  if (cause === 'begin') return `${window} begins`;
  if (cause === 'end') return `${window} ends`;
  const lead = plan.windows.find(({ name }) => name === window)?.lead ?? 0;
  return `${formatMinutes(lead)} before ${window}`;
}
