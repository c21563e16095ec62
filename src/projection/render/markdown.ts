import { formatPath } from '../../compiler/spec-path.ts';
import { formatDate } from '../../util/calendar/date.ts';
import type { Projection } from '../projection.ts';
import { dayText, firstLimitText } from './sentences.ts';
import { headingOf, rowsOf } from './table.ts';
import type { PlaceOf } from './text.ts';

/**
 * The projection as a page: a table by date whose rows lead to numbered notes with the formulas, and the limits with the
 * paths of their lines. The same projection gives the same bytes.
 *
 * @param placeOf left out for committed pages: lines of files move with every edit
 */
export function projectionMarkdown(projection: Projection, placeOf?: PlaceOf): string {
  const { environment, platform, horizon, unknown } = projection;
  const { slo, traffic } = { ...platform, slo: platform.model.slo };
  return [
    `# Capacity of ${code(environment)}`,
    '',
    `From ${traffic.asOf} (${code('traffic.asOf')}) to ${formatDate(horizon)}, in the growth that the spec tells. Pods have ${slo.headroom}% headroom`,
    `(${code('slo.headroom')}), databases at most ${slo.databaseCpu}% CPU (${code('slo.databaseCpu')}); low and high are the growth with`,
    `${traffic.growthSpread}% less and more of the increase (${code('traffic.growthSpread')}).`,
    '',
    '## By date',
    '',
    ...byDate(projection),
    '',
    '## Limits',
    '',
    `${sentence(firstLimitText(projection))}`,
    '',
    ...limits(projection, placeOf),
    ...(unknown.length === 0
      ? []
      : ['', '## Not counted', '', ...unknown.map(({ what, why }) => `- ${text(what)}: ${text(why)}`)]),
    '',
    '## Formulas',
    '',
    ...notes(projection),
    '',
  ].join('\n');
}

function byDate(projection: Projection): readonly string[] {
  const { days } = projection;
  const headings = days.map(({ instant }) =>
    headingOf(instant)
      .filter((part) => part !== '')
      .join('<br>'),
  );
  return [
    `| | ${headings.join(' | ')} |`,
    `|---|${'---|'.repeat(days.length)}`,
    ...rowsOf(projection).map(
      ({ what, figures }, index) =>
        `| ${text(what)} (${index + 1}) | ${figures.map((figure) => text(figure.text)).join(' | ')} |`,
    ),
  ];
}

function limits({ outlooks }: Projection, placeOf: PlaceOf | undefined): readonly string[] {
  if (outlooks.length === 0) return [];
  return [
    '| Breaks on | low | high | Line of the spec | What | Allowed | Needed at the horizon | Write |',
    '|---|---|---|---|---|---|---|---|',
    ...outlooks.map(({ gauge, limit, breaks, greatest, raise }) =>
      [
        '',
        dayText(breaks.base),
        dayText(breaks.low),
        dayText(breaks.high),
        `${code(formatPath(limit.path))}${placeOf ? ` (${text(placeOf(limit.path))})` : ''}`,
        text(gauge.what),
        text(limit.text),
        text(greatest.text),
        raise ? text(raise.text) : '–',
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ];
}

function notes(projection: Projection): readonly string[] {
  const { days } = projection;
  return rowsOf(projection).flatMap(({ what, figures }, index) => [
    `${index + 1}. ${text(what)}`,
    ...figures.map(({ formula }, day) => {
      const [name, date] = headingOf(days[day]!.instant);
      return `   - ${name === '' ? date : name}: ${code(formula)}`;
    }),
  ]);
}

function sentence(words: string): string {
  return `${text(words.charAt(0).toUpperCase() + words.slice(1))}.`;
}

/** What a spec says must be neither markup nor the end of a cell. */
function text(words: string): string {
  return words.replace(/[\n\r\t]/g, ' ').replace(/[\\`*_{}[\]<>|#!~&@]/g, (character) => `\\${character}`);
}

/** A code span that no backtick and no pipe inside can end. */
function code(words: string): string {
  return `\`${words.replace(/[\n\r\t`]/g, ' ').replace(/\|/g, '\\|')}\``;
}
