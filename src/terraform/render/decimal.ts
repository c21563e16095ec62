import { invariant } from '../../util/invariant.ts';

/**
 * A number without exponent, with the digits JavaScript prints: `1e+23` is a one and 23 zeros, as Terraform
 * reads it from JSON, not the double next to it.
 *
 * @throws an invariant for infinities and NaN, which Terraform cannot write
 */
export function decimal(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  invariant(Number.isFinite(value), `${value} is not a number Terraform can read`);
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const shift = Number(exponent);
  if (shift > 0) return sign + whole + fraction.padEnd(shift, '0');
  return `${sign}0.${'0'.repeat(-shift - whole.length)}${whole}${fraction}`;
}
