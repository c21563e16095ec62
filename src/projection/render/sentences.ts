import { formatPath } from '../../compiler/spec-path.ts';
import type { Scenario } from '../../traffic/growth.ts';
import { formatDate } from '../../util/calendar/date.ts';
import type { Break } from '../gauge.ts';
import type { Outlook } from '../outlook.ts';
import type { Projection } from '../projection.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `March 2027` */
export function monthOf(day: number): string {
  const [year = '', month = ''] = formatDate(day).split('-');
  return `${MONTHS[Number(month) - 1]} ${year}`;
}

/** The day on which a limit breaks, or that it holds: `2027-03-04`, `2026-11-27 (black-friday)`, `–`. */
export function dayText(found: Break | undefined): string {
  if (!found) return '–';
  const { day, event } = found.instant;
  return `${formatDate(day)}${event ? ` (${event.key})` : ''}`;
}

/** `first limit: maxReplicas …, in March 2027`, or that all hold. */
export function firstLimitText({ outlooks, horizon }: Projection, scenario: Scenario = 'base'): string {
  const first = firstOf(outlooks, scenario);
  if (!first) return `every limit of the spec holds until ${formatDate(horizon)}`;
  const { limit, found } = first;
  const { instant, asked } = found;
  const event = instant.event ? `, in the event ${instant.event.key}` : '';
  return `the first limit that breaks is ${formatPath(limit.path)}, in ${monthOf(instant.day)} (${formatDate(instant.day)}${event}): ${first.gauge.what} ${asked.text}, and the spec has ${limit.text}`;
}

export function firstOf(
  outlooks: readonly Outlook[],
  scenario: Scenario,
): (Outlook & { readonly found: Break }) | undefined {
  const broken = outlooks.flatMap((outlook) => {
    const found = outlook.breaks[scenario];
    return found ? [{ ...outlook, found }] : [];
  });
  const [first] = broken.sort((a, b) => a.found.instant.day - b.found.instant.day);
  return first;
}
