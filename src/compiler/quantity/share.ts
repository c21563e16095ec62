import type { Parsed, Quantity } from './quantity.ts';

/** A part of something in **percent** (70 is 70 %), written `70%`; more than 100 is possible. */
export const share: Quantity<number> = {
  noun: 'a share in percent',
  examples: ['70%'],
  pattern: '^[0-9]{1,4}(?:\\.[0-9]{1,2})?%$',
  parse(text): Parsed<number> {
    const match = /^([0-9]{1,4}(?:\.[0-9]{1,2})?)%$/.exec(text);
    if (match) return { ok: true, value: Number(match[1]) };
    const fraction = /^0?\.([0-9]{1,2})$/.exec(text);
    if (fraction) {
      const percent = Number((fraction[1] ?? '').padEnd(2, '0'));
      return { ok: false, problem: `a share is written in percent`, suggestion: `${percent}%` };
    }
    const bare = /^([0-9]{1,4})\s*%?$/.exec(text);
    if (bare)
      return {
        ok: false,
        problem: 'the percent sign follows the number directly',
        suggestion: `${bare[1]}%`,
      };
    return { ok: false, problem: 'a share is a number with a percent sign' };
  },
  format: (percent) => `${percent}%`,
};
