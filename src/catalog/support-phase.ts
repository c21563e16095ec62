import { parseDate } from '../util/calendar/date.ts';

/** What a product of AWS says about the support of one of its versions; days as YYYY-MM-DD, the last ones that count. */
interface SupportDates {
  readonly endOfStandardSupport?: string | undefined;
  readonly endOfExtendedSupport?: string | undefined;
}

/** Where a version stands on a day. */
export type SupportPhase =
  /** In standard support for a while, or nothing is known. */
  | { readonly kind: 'standard' }
  | { readonly kind: 'ending'; readonly end: string; readonly days: number }
  /** Past standard support; `until` is absent where no end is known. */
  | { readonly kind: 'extended'; readonly since: string; readonly until: string | undefined }
  /** Past everything that AWS offers. */
  | { readonly kind: 'ended'; readonly end: string };

/** Days before the end of standard support from which it is told: a quarter, for an upgrade has to be tried first. */
const NOTICE_DAYS = 90;

/** @param today as YYYY-MM-DD */
export function supportPhase(
  { endOfStandardSupport: standard, endOfExtendedSupport: extended }: SupportDates,
  today: string,
): SupportPhase {
  if (extended !== undefined && today > extended) return { kind: 'ended', end: extended };
  if (standard === undefined) return { kind: 'standard' };
  if (today > standard) return { kind: 'extended', since: standard, until: extended };
  const days = (parseDate(standard) ?? Number.POSITIVE_INFINITY) - (parseDate(today) ?? 0);
  return days <= NOTICE_DAYS ? { kind: 'ending', end: standard, days } : { kind: 'standard' };
}
