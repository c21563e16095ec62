import type { Parsed, Quantity } from './quantity.ts';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** A length of time in **seconds**: `90s`, `5m`, `1h`, `14d`. */
export const duration: Quantity<number> = {
  noun: 'a duration',
  examples: ['90s', '5m', '1h', '14d'],
  pattern: '^[0-9]{1,7}(?:s|m|h|d)$',
  parse(text): Parsed<number> {
    const match = /^([0-9]{1,7})([smhd])$/.exec(text);
    if (match) return { ok: true, value: Number(match[1]) * (SECONDS[match[2] ?? ''] ?? 0) };
    const words = /^([0-9]{1,7})\s*(s|m|h|d)[a-z]*$/i.exec(text);
    if (words && !/^[0-9]+\s*ms/i.test(text)) {
      return {
        ok: false,
        problem: 'the unit is one letter without a space: s, m, h or d',
        suggestion: `${words[1]}${(words[2] ?? '').toLowerCase()}`,
      };
    }
    const bare = /^[0-9]{1,7}$/.exec(text);
    if (bare) return { ok: false, problem: 'the unit is missing (s, m, h or d)', suggestion: `${text}s` };
    return { ok: false, problem: 'a duration is a whole number with s, m, h or d' };
  },
  format: formatDuration,
};

/** Seconds in the largest unit that keeps the number whole: 300 is `5m`. */
export function formatDuration(seconds: number): string {
  for (const unit of ['d', 'h', 'm'] as const) {
    const size = SECONDS[unit] ?? 1;
    if (seconds > 0 && seconds % size === 0) return `${seconds / size}${unit}`;
  }
  return `${seconds}s`;
}
