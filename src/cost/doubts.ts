import { parseDate } from '../util/calendar/date.ts';
import { compareText } from '../util/compare.ts';
import type { Estimate } from './estimate.ts';
import { isUnverified, type Price } from './prices/price-table.ts';

/** Prices change; a table of last quarter may be wrong. @source issue 7 and the README of the data */
const OLD_DAYS = 90;

/**
 * What makes the sums less certain: old prices, undated ones and unverified ones, and what has no price.
 *
 * @param today as YYYY-MM-DD
 */
export function doubtsAbout({ items, unknown }: Estimate, today: string): readonly string[] {
  const prices = items.flatMap(({ price }) => price ?? []);
  return [
    ...oldOnes(prices, today),
    ...counted(
      prices.filter(({ date }) => date === undefined),
      'of a day that nobody knows',
    ),
    ...counted(prices.filter(isUnverified), 'not verified, and marked with ~'),
    ...(unknown.length === 0
      ? []
      : [
          `${unknown.length === 1 ? '1 item has no price and is' : `${unknown.length} items have no price and are`} in no sum`,
        ]),
  ];
}

function oldOnes(prices: readonly Price[], today: string): readonly string[] {
  const now = parseDate(today) ?? 0;
  const old = prices.filter(({ date }) => date !== undefined && now - (parseDate(date) ?? now) > OLD_DAYS);
  if (old.length === 0) return [];
  const oldest = old.map(({ date = '' }) => date).sort(compareText)[0];
  return counted(old, `older than ${OLD_DAYS} days, the oldest of ${oldest}: --prices replaces the table`);
}

function counted(prices: readonly Price[], what: string): readonly string[] {
  if (prices.length === 0) return [];
  return [`${prices.length === 1 ? '1 price is' : `${prices.length} prices are`} ${what}`];
}
