import { MINUTES_PER_DAY } from '../../../util/calendar/clock-time.ts';
import { formatLocal, formatMinute } from '../../../util/calendar/date.ts';
import { ZoneClock } from '../../../util/calendar/time-zone.ts';
import type { OneOff } from '../one-offs.ts';
import type { TargetPlan } from '../plan.ts';

/** One-off changes of one event and for one cause; they set the same number. */
export type AlikeOneOffs = readonly [OneOff, ...OneOff[]];

/** In the order of their first moments. */
export function alikeOneOffs(oneOffs: readonly OneOff[]): readonly AlikeOneOffs[] {
  const found = new Map<string, [OneOff, ...OneOff[]]>();
  for (const one of oneOffs) {
    const key = `${one.event} ${one.cause}`;
    const known = found.get(key);
    if (known) known.push(one);
    else found.set(key, [one]);
  }
  return [...found.values()];
}

/** For the reader of the file, who thinks in local time. */
export function describeOneOffs(
  alike: AlikeOneOffs,
  { timezone }: TargetPlan,
  item: string,
): readonly string[] {
  const [{ event, cause, at }] = alike;
  const what = {
    begin: `${event} begins: the least number rises.`,
    again: `${event} goes on: the schedule of the week has set its own number a moment ago.`,
    end: `${event} has ended: as the schedule of the week or the ${item} itself says.`,
  }[cause];
  if (alike.length > 1 || timezone === 'UTC') return [what];
  const clock = new ZoneClock(timezone, at - MINUTES_PER_DAY, at + MINUTES_PER_DAY);
  return [what, `${formatLocal(at + clock.offsetAt(at))} in ${timezone}.`];
}

/** Minutes since 1970-01-01T00:00Z as Terraform and AWS write them: `2027-11-26T05:30:00Z`. */
export function utcTime(minute: number): string {
  return `${formatMinute(minute).replace(' ', 'T')}:00Z`;
}
