import { formatClockTime, WEEKDAYS } from '../../../util/calendar/clock-time.ts';
import type { Boundary } from '../../../util/calendar/week.ts';
import type { TargetPlan } from '../plan.ts';

/** For the reader of the file. No numbers and no times, which stand below already. */
export function describeBoundary({ cause, window }: Boundary, item: string): string {
  return {
    begin: `${window} begins.`,
    lead: `Before ${window} begins, so that the nodes are there when the pods come.`,
    end: `${window} has ended: as the ${item} itself says.`,
  }[cause];
}

/**
 * Parts of an address for a boundary: its time, and the first of its days where the same time has several.
 * The days and the value are not in it, so that what changes with them keeps its address and is replaced in
 * order: AWS refuses a second action for the same moment.
 */
export function partsOf(boundary: Boundary, { boundaries }: TargetPlan): readonly string[] {
  const { time, days } = boundary;
  const isFirst = boundaries.find((other) => other.time === time) === boundary;
  const at = `at-${formatClockTime(time).replace(':', '')}`;
  return isFirst ? [at] : [at, WEEKDAYS[days[0] ?? 0] as string];
}
