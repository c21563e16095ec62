import type { Parsed, Quantity } from './quantity.ts';

/** Disk space in **GiB**, the unit that EBS and RDS count in: `200GiB`, `2TiB`. */
export const storage: Quantity<number> = {
  noun: 'a disk size',
  examples: ['200GiB', '2TiB'],
  pattern: '^[0-9]{1,6}(?:GiB|TiB)$',
  parse(text): Parsed<number> {
    const match = /^([0-9]{1,6})(GiB|TiB)$/.exec(text);
    if (match) {
      const gib = Number(match[1]) * (match[2] === 'TiB' ? 1024 : 1);
      return gib > 0 ? { ok: true, value: gib } : { ok: false, problem: 'a disk cannot be empty' };
    }
    const decimal = /^([0-9]{1,6})\s*(GB|TB|G|T)$/i.exec(text);
    if (decimal) {
      const unit = (decimal[2] ?? '').charAt(0).toUpperCase();
      const power = unit === 'T' ? 4 : 3;
      const binary = (Number(decimal[1]) * 1000 ** power) / 1024 ** power;
      return {
        ok: false,
        problem: `${text} is ${Math.round(binary * 100) / 100} ${unit}iB, and AWS counts ${unit}iB`,
        suggestion: `${decimal[1]}${unit}iB`,
      };
    }
    const near = /^([0-9]{1,6})\s*(Gi|Ti|gib|tib|GIB|TIB|Gib|Tib|GiB|TiB)?$/.exec(text);
    if (near) {
      const unit = (near[2] ?? 'G').charAt(0).toUpperCase();
      const problem =
        near[2] === undefined ? 'the unit is missing' : `the unit is written ${unit}iB, without a space`;
      return { ok: false, problem, suggestion: `${near[1]}${unit}iB` };
    }
    if (/^[0-9]+\s*[km]i?b?$/i.test(text)) {
      return { ok: false, problem: 'AWS counts disk space in whole GiB' };
    }
    return { ok: false, problem: 'disk space is a whole number with GiB or TiB' };
  },
  format: (gib) => (gib % 1024 === 0 ? `${gib / 1024}TiB` : `${gib}GiB`),
};
