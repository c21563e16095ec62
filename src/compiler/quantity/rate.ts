import type { Parsed, Quantity } from './quantity.ts';

const MILLI_PER_REQUEST = 1000;
const SECONDS_PER_MINUTE = 60;
// One request per second, in the unit of the value.
const RPS = MILLI_PER_REQUEST * SECONDS_PER_MINUTE;
const LARGEST_RPS = 999_999_999;

/**
 * Requests per time in **thousandths of a request per minute**, written `1000rps` or `1000/min`.
 *
 * The unit keeps both spellings whole: 1000/min is 16.666… requests per second, which no decimal number
 * is, and 16.7rps is 1002/min. So the value is an integer below 2^53: 1,000,000 for `1000/min`, 60,000 for
 * `1rps`; divide by 60,000 for requests per second.
 */
export const rate: Quantity<number> = {
  noun: 'a rate of requests',
  examples: ['1000rps', '1000/min'],
  pattern: '^(?:[0-9]{1,9}(?:\\.[0-9]{1,3})?(?:rps|/s)|[0-9]{1,11}(?:\\.[0-9]{1,3})?/min)$',
  parse(text): Parsed<number> {
    const match =
      /^([0-9]{1,9})(?:\.([0-9]{1,3}))?(rps|\/s)$/.exec(text) ??
      /^([0-9]{1,11})(?:\.([0-9]{1,3}))?(\/min)$/.exec(text);
    if (!match) return explain(text);
    const milli = Number(match[1]) * MILLI_PER_REQUEST + Number((match[2] ?? '').padEnd(3, '0'));
    return { ok: true, value: match[3] === '/min' ? milli : milli * SECONDS_PER_MINUTE };
  },
  format: formatRate,
};

function explain(text: string): Parsed<number> {
  const bare = text.replaceAll(/[,_ ]/g, '');
  const match = /^([0-9]{1,9}(?:\.[0-9]{1,3})?)([a-z/]*)$/i.exec(bare);
  const amount = match?.[1] ?? '';
  const unit = (match?.[2] ?? '').toLowerCase();
  // No suggestion: a guess between the two would be wrong by a factor of 60.
  if (match && unit === '') return { ok: false, problem: 'the unit is missing (rps or /min)' };
  if (/^(?:(?:req(?:uests)?)?(?:\/|per)?s(?:ec(?:ond)?)?|rps|qps)$/.test(unit)) {
    return { ok: false, problem: 'requests per second are written rps', suggestion: `${amount}rps` };
  }
  if (/^(?:(?:req(?:uests)?)?(?:\/|per)?m(?:in(?:ute)?)?|rpm|qpm)$/.test(unit)) {
    return { ok: false, problem: 'requests per minute are written /min', suggestion: `${amount}/min` };
  }
  return { ok: false, problem: 'a rate is a number with rps or /min, with at most three decimals' };
}

/** Thousandths of a request per minute as whole requests per second, or else per minute. */
export function formatRate(milliPerMinute: number): string {
  if (milliPerMinute % RPS === 0 && milliPerMinute / RPS <= LARGEST_RPS) return `${milliPerMinute / RPS}rps`;
  const whole = Math.floor(milliPerMinute / MILLI_PER_REQUEST);
  const rest = String(milliPerMinute % MILLI_PER_REQUEST)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${whole}${rest === '' ? '' : `.${rest}`}/min`;
}
