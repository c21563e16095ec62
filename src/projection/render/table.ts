import { formatDate } from '../../util/calendar/date.ts';
import type { Instant } from '../instant.ts';
import type { Projected } from '../projected.ts';
import type { ProjectedDay, Projection } from '../projection.ts';

/** What is counted, with its figure for each day. */
export interface Row {
  /** `pods of api` */
  readonly what: string;
  readonly figures: readonly Projected[];
}

/** The rate, the peak where it is another one, and everything that is counted. */
export function rowsOf({ days, gauges, platform }: Projection): readonly Row[] {
  const { traffic } = platform;
  const isPeakOfOwn = traffic.peak !== traffic.current || days.some(({ instant }) => instant.event);
  const row = (what: string, of: (day: ProjectedDay) => Projected) => ({ what, figures: days.map(of) });
  return [
    row('rate', ({ load }) => load.rate),
    ...(isPeakOfOwn ? [row('peak', ({ load }) => load.peak)] : []),
    ...gauges.map(({ id, what }) => row(what, ({ figures }) => figures.get(id)!)),
  ];
}

/** `asOf`, `3mo`, and the day of it. */
export function headingOf({ name, day, event }: Instant): readonly [name: string, date: string] {
  const date = formatDate(day);
  return [name === date ? '' : event ? `${name} × ${event.factor / 100}` : name, date];
}
