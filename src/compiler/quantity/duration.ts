import type { Parsed, Quantity } from './quantity.ts';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

// Whole words only: "5 months" must not be read as five minutes, nor "500ms" as 500 minutes.
const WORDS = /^([0-9]{1,6})\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)$/i;

/** A length of time in **seconds**: `90s`, `5m`, `1h`, `14d`. */
export const duration: Quantity<number> = {
  noun: 'a duration',
  examples: ['90s', '5m', '1h', '14d'],
  pattern: '^[0-9]{1,7}(?:s|m|h|d)$',
  parse(text): Parsed<number> {
    const match = /^([0-9]{1,7})([smhd])$/.exec(text);
    if (match) return { ok: true, value: Number(match[1]) * (SECONDS[match[2] ?? ''] ?? 0) };
    const words = WORDS.exec(text);
    if (words) {
      const unit = (words[2] ?? '').charAt(0).toLowerCase();
      const suggestion = unit === 'w' ? `${Number(words[1]) * 7}d` : `${words[1]}${unit}`;
      return { ok: false, problem: 'the unit is one letter without a space: s, m, h or d', suggestion };
    }
    const seconds = readComposed(text);
    if (seconds !== undefined) {
      const suggestion = formatDuration(seconds);
      return { ok: false, problem: 'a duration is one whole number with one unit', suggestion };
    }
    const bare = /^[0-9]{1,7}$/.exec(text);
    if (bare) return { ok: false, problem: 'the unit is missing (s, m, h or d)', suggestion: `${text}s` };
    return { ok: false, problem: 'a duration is a whole number with s, m, h or d' };
  },
  format: formatDuration,
};

/** `1h30m` and `1.5h`, which other tools take. */
function readComposed(text: string): number | undefined {
  const parts = /^(?:([0-9]{1,4})d)?(?:([0-9]{1,4})h)?(?:([0-9]{1,4})m)?(?:([0-9]{1,4})s)?$/.exec(text);
  if (parts && text !== '') {
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  }
  const decimal = /^([0-9]{1,4}\.[0-9]{1,2})([mhd])$/.exec(text);
  const seconds = (Math.round(Number(decimal?.[1]) * 100) * (SECONDS[decimal?.[2] ?? ''] ?? 0)) / 100;
  return decimal && Number.isInteger(seconds) ? seconds : undefined;
}

/** Seconds in the largest unit that keeps the number whole: 300 is `5m`. */
export function formatDuration(seconds: number): string {
  for (const unit of ['d', 'h', 'm'] as const) {
    const size = SECONDS[unit] ?? 1;
    if (seconds > 0 && seconds % size === 0) return `${seconds / size}${unit}`;
  }
  return `${seconds}s`;
}
