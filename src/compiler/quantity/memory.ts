import type { Parsed, Quantity } from './quantity.ts';

const UNITS: Readonly<Record<string, number>> = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };
const MEMORY = /^([0-9]{1,9})(Ki|Mi|Gi|Ti)$/;

/**
 * Memory in **bytes**, written with Kubernetes' binary units: `512Mi`, `1Gi`.
 *
 * Decimal units are refused although Kubernetes takes them: `512m` is 0.512 bytes there, and `512M` is
 * 488 Mi, and nobody who writes them means it.
 */
export const memory: Quantity<number> = {
  noun: 'a memory size',
  examples: ['512Mi', '1Gi'],
  pattern: '^[0-9]{1,9}(?:Ki|Mi|Gi|Ti)$',
  parse(text) {
    const match = MEMORY.exec(text);
    if (match) {
      const bytes = Number(match[1]) * (UNITS[match[2] ?? ''] ?? 0);
      if (bytes === 0) return { ok: false, problem: 'zero memory cannot be scheduled' };
      return { ok: true, value: bytes };
    }
    return explain(text);
  },
  format: formatMemory,
};

function explain(text: string): Parsed<number> {
  const decimal = /^([0-9]{1,6}\.[0-9]{1,3})(Ki|Mi|Gi|Ti)$/.exec(text);
  if (decimal) {
    const bytes = Number(decimal[1]) * (UNITS[decimal[2] ?? ''] ?? 0);
    const isWhole = bytes > 0 && bytes % 1024 === 0;
    return {
      ok: false,
      problem: 'memory is a whole number',
      ...(isWhole ? { suggestion: formatMemory(bytes) } : {}),
    };
  }
  const other = /^([0-9]{1,9})\s*(b|[kmgt]i?b?)?$/i.exec(text);
  if (!other) return { ok: false, problem: 'memory is a whole number with Ki, Mi, Gi or Ti' };
  const amount = other[1] ?? '';
  const unit = other[2];
  if (unit === undefined) {
    return { ok: false, problem: `a bare number would be ${amount} bytes`, suggestion: `${amount}Mi` };
  }
  if (unit === 'm') {
    return {
      ok: false,
      problem: `in Kubernetes ${amount}m of memory is ${Number(amount) / 1000} bytes`,
      suggestion: `${amount}Mi`,
    };
  }
  const letter = unit.charAt(0).toUpperCase();
  if (letter === 'B') return { ok: false, problem: 'memory is counted in Ki, Mi, Gi or Ti, not in bytes' };
  if (/^(?:[kKMGT]B?|kB)$/.test(unit)) {
    const power = { K: 1, M: 2, G: 3, T: 4 }[letter] ?? 0;
    const binary = (Number(amount) * 1000 ** power) / 1024 ** power;
    const exact = `${trim(binary)} ${letter}i`;
    return {
      ok: false,
      problem: `${text} counts in thousands and is only ${exact}`,
      suggestion: `${amount}${letter}i`,
    };
  }
  return {
    ok: false,
    problem: `the unit is written ${letter}i, without a space`,
    suggestion: `${amount}${letter}i`,
  };
}

function trim(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Bytes in Kubernetes' canonical spelling, the largest binary unit that keeps the number whole. */
export function formatMemory(bytes: number): string {
  for (const unit of ['Ti', 'Gi', 'Mi', 'Ki'] as const) {
    const size = UNITS[unit] ?? 1;
    if (bytes % size === 0) return `${bytes / size}${unit}`;
  }
  return String(bytes);
}
