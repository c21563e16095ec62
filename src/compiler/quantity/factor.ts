import type { Parsed, Quantity } from './quantity.ts';

const HUNDREDTHS = 100;

/** How many times as much, in **hundredths**, an integer, written as a number: `3` is 300, `2.5` is 250. */
export const factor: Quantity<number> = {
  noun: 'a factor',
  examples: ['3', '2.5'],
  pattern: '^[0-9]{1,4}(?:\\.[0-9]{1,2})?$',
  acceptsNumber: true,
  parse(text): Parsed<number> {
    const match = /^([0-9]{1,4})(?:\.([0-9]{1,2}))?$/.exec(text);
    if (match) {
      const value = Number(match[1]) * HUNDREDTHS + Number((match[2] ?? '').padEnd(2, '0'));
      return value > 0
        ? { ok: true, value }
        : { ok: false, problem: 'a factor of zero would mean no traffic at all' };
    }
    const times = /^([0-9]{1,4}(?:\.[0-9]{1,2})?)\s?(?:x|times)$|^x([0-9]{1,4}(?:\.[0-9]{1,2})?)$/i.exec(
      text,
    );
    const bare = times?.[1] ?? times?.[2];
    if (bare !== undefined) return { ok: false, problem: 'a factor is a number alone', suggestion: bare };
    const percent = /^([0-9]{1,6})\s?%$/.exec(text)?.[1];
    if (percent !== undefined)
      return {
        ok: false,
        problem: 'a factor is a number and no share',
        suggestion: factor.format(Number(percent)),
      };
    return { ok: false, problem: 'a factor is a number with at most two decimals' };
  },
  format(hundredths): string {
    const rest = String(hundredths % HUNDREDTHS)
      .padStart(2, '0')
      .replace(/0+$/, '');
    return `${Math.floor(hundredths / HUNDREDTHS)}${rest === '' ? '' : `.${rest}`}`;
  },
};
