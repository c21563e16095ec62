import { compareText } from '../../src/util/compare.ts';

/** A new record with the same keys, sorted. */
export function mapRecord<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From, key: string) => To,
): Record<string, To> {
  const entries = Object.entries(record).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value, key)]));
}
