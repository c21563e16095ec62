import { grouped } from '../util/grouped-digits.ts';

/**
 * Thousandths of a request per minute as `3,000/min`: always in minutes, so that two rates of a formula can be compared.
 */
export function perMinute(milliPerMinute: number): string {
  const rest = String(milliPerMinute % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${grouped(Math.floor(milliPerMinute / 1000))}${rest === '' ? '' : `.${rest}`}/min`;
}
