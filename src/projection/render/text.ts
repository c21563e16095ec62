import { formatPath, type SpecPath } from '../../compiler/spec-path.ts';
import { formatDate } from '../../util/calendar/date.ts';
import type { Projection } from '../projection.ts';
import { dayText, firstLimitText } from './sentences.ts';
import { headingOf, rowsOf } from './table.ts';

/** Where the spec says a value: `specs/prod.yaml:31`, or what to say where nobody wrote it. */
export type PlaceOf = (path: SpecPath) => string;

/** So many days stand beside each other in a terminal. */
const COLUMNS = 6;

/** The projection for a terminal: a table, the limits, what cannot be counted, and how the numbers come about. */
export function projectionText(projection: Projection, placeOf: PlaceOf): string {
  const { environment, platform, horizon, unknown } = projection;
  return [
    `Capacity of ${environment} from ${platform.traffic.asOf} to ${formatDate(horizon)}`,
    '',
    ...tables(projection),
    `Limits: ${firstLimitText(projection)}`,
    '',
    ...limitLines(projection, placeOf),
    ...(unknown.length === 0
      ? []
      : ['Not counted:', ...unknown.map(({ what, why }) => `  ${what}: ${why}`), '']),
    `How a number comes about: elastiform explain ${environment} capacity.${lastName(projection)}`,
    '',
  ].join('\n');
}

function lastName({ days, gauges }: Projection): string {
  const name = days.findLast(({ instant }) => !instant.event)?.instant.name ?? 'asOf';
  return `${name}.${gauges[0]?.id ?? 'rate'}`;
}

function tables(projection: Projection): readonly string[] {
  const { days } = projection;
  const rows = rowsOf(projection);
  const lines: string[] = [];
  for (let first = 0; first < days.length; first += COLUMNS) {
    const headings = days.slice(first, first + COLUMNS).map(({ instant }) => headingOf(instant));
    const cells = [
      ['', ...headings.map(([name]) => name)],
      ['', ...headings.map(([, date]) => date)],
      ...rows.map(({ what, figures }) => [
        what,
        ...figures.slice(first, first + COLUMNS).map(({ text }) => text),
      ]),
    ];
    lines.push(...aligned(cells), '');
  }
  return lines;
}

function limitLines({ outlooks, environment }: Projection, placeOf: PlaceOf): readonly string[] {
  if (outlooks.length === 0) return ['  the spec has nothing that bounds what is counted', ''];
  const rows = [
    ['base', 'low', 'high', 'what', 'allowed', 'needed'],
    ...outlooks.map(({ gauge, limit, breaks, greatest }) => [
      dayText(breaks.base),
      dayText(breaks.low),
      dayText(breaks.high),
      gauge.what,
      limit.text,
      greatest.text,
    ]),
  ];
  const raised = outlooks.filter(({ raise }) => raise !== undefined);
  const lines = [...aligned(rows).map((line) => `  ${line}`), '  – holds until then', ''];
  if (raised.length === 0) return lines;
  return [
    ...lines,
    'To raise, so that it holds in base growth:',
    ...raised.map(
      ({ limit, raise }) =>
        `  ${formatPath(limit.path)}: ${raise!.text}  (${placeOf(limit.path)})\n    ${raise!.formula}`,
    ),
    `  elastiform capacity ${environment} --write --dry-run shows the lines`,
    '',
  ];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => [...(row[column] ?? '')].length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(width - [...cell].length);
}
