import { grouped } from '../util/grouped-digits.ts';

/** Millionths of a US dollar, an integer: exact up to nine billion dollars. */
export type MicroUsd = number;

const MICRO = 1_000_000;
const MICRO_PER_CENT = 10_000;

/** @param usd as a price table has it, with at most six decimals */
export function microUsd(usd: number): MicroUsd {
  return Math.round(usd * MICRO);
}

/** US cents, as `policy.cost` has them. */
export function fromCents(cents: number): MicroUsd {
  return cents * MICRO_PER_CENT;
}

/** A sum with cents, `1,234.50`; half a cent is rounded away from zero. */
export function usdText(amount: MicroUsd): string {
  const cents = Math.round(Math.abs(amount) / MICRO_PER_CENT);
  const sign = amount < 0 && cents > 0 ? '-' : '';
  return `${sign}${grouped(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}

/** A price with all of its decimals, `0.0752`. */
export function priceText(price: MicroUsd): string {
  const rest = String(price % MICRO)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${grouped(Math.floor(price / MICRO))}${rest === '' ? '' : `.${rest}`}`;
}

/** For JSON: dollars as a number, with cents. */
export function usdNumber(amount: MicroUsd): number {
  return Math.round(amount / MICRO_PER_CENT) / 100;
}
