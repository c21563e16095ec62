import type { SpecPath } from '../compiler/spec-path.ts';
import type { MicroUsd } from './money.ts';
import type { Price } from './prices/price-table.ts';

/** Everything at its least number, as schedules and traffic have it, and everything at its greatest number. */
export const BOUNDS = ['min', 'expected', 'max'] as const;
export type Bound = (typeof BOUNDS)[number];

/** A number for each of the three sums. */
export type Bounds = Readonly<Record<Bound, number>>;

/** Hours of a month: 365 days by 24 hours by 12 months, as AWS and its calculator count. */
export const HOURS_PER_MONTH = 730;

/** One line of the estimate. */
export interface CostItem {
  /** The thing of the spec. */
  readonly path: SpecPath;
  /** `m6i.large on demand`, `gp3 storage`. */
  readonly what: string;
  /** What is counted: `node`, `GB`. */
  readonly unit: string;
  /** How many of the unit, a mean of the month. */
  readonly quantity: Bounds;
  /** In a month; absent when there is no price. */
  readonly amount?: { readonly [B in Bound]: MicroUsd };
  /** How each of the amounts is made, or what would have to be multiplied. */
  readonly formulas: Readonly<Record<Bound, string>>;
  /** Lines of the spec that it rests on. */
  readonly inputs: readonly SpecPath[];
  /** That of `expected`; of several instance types it is the mean. */
  readonly price?: Price;
  /** Why there is no amount. */
  readonly unknown?: string;
  /** How the numbers in the formula came about. */
  readonly because: readonly string[];
}

/** The same for each of the three sums, made of text. */
export function eachText(of: (bound: Bound) => string): Readonly<Record<Bound, string>> {
  return { min: of('min'), expected: of('expected'), max: of('max') };
}

export function same(value: number): Bounds {
  return { min: value, expected: value, max: value };
}

export function eachBound(of: (bound: Bound) => number): Bounds {
  return { min: of('min'), expected: of('expected'), max: of('max') };
}

/** A number for a formula: whole, or with two decimals. */
export function amountText(value: number): string {
  const hundredths = Math.round(value * 100);
  const whole = Math.floor(hundredths / 100);
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${String(whole).replace(/\B(?=(?:[0-9]{3})+$)/g, ',')}${rest === '' ? '' : `.${rest}`}`;
}
