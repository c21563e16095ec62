import { formatPath } from '../../compiler/spec-path.ts';
import type { Projection } from '../../projection/projection.ts';
import { firstOf } from '../../projection/render/sentences.ts';
import { formatDate, parseDate } from '../../util/calendar/date.ts';
import { plural } from '../report.ts';

/** How long every limit of the spec holds in base growth. */
export interface Runway {
  /** As days since 1970-01-01: today, or the day of asOf where that is later. */
  readonly from: number;
  /** Days from then; 0 where a limit is broken already, undefined where all hold until the horizon. */
  readonly days: number | undefined;
  readonly path: string | undefined;
  /** Days that are asked for. */
  readonly least: number | undefined;
  readonly horizon: number;
  readonly isTooShort: boolean;
}

/**
 * @param today as YYYY-MM-DD
 * @param least days that are asked for, if any are; beyond the horizon nobody looks
 */
export function runwayOf(
  { platform, outlooks, horizon }: Projection,
  today: string,
  least: number | undefined,
): Runway {
  const from = Math.max(parseDate(today) ?? platform.start, platform.start);
  const first = firstOf(outlooks, 'base');
  const days = first && Math.max(0, first.found.instant.day - from);
  const isTooShort = least !== undefined && (days ?? horizon - from) < least;
  return { from, days, path: first && formatPath(first.limit.path), least, horizon, isTooShort };
}

export function runwayText({ from, days, path, least, horizon, isTooShort }: Runway): string {
  const start = `from ${formatDate(from)}`;
  const held =
    days === undefined
      ? `runway: every limit holds for ${plural(Math.max(0, horizon - from), 'day')} ${start}, and no further was looked (--months)`
      : `runway: ${plural(days, 'day')} ${start}, until ${path}`;
  if (least === undefined) return held;
  return `${held}; ${isTooShort ? 'less than' : 'at least'} the ${plural(least, 'day')} of --min-runway`;
}

export function runwayJson({
  from,
  days,
  path,
  least,
  isTooShort,
}: Runway): Readonly<Record<string, unknown>> {
  return {
    runway: {
      from: formatDate(from),
      days: days ?? null,
      path: path ?? null,
      minDays: least ?? null,
      isLongEnough: !isTooShort,
    },
  };
}
