import { isNullWord, readCoreScalar } from '../load/core-scalar.ts';
import type { Scalar } from '../source-tree.ts';
import { isNewList, isNewMap, type NewMap, type NewValue } from './new-value.ts';

export type Quotes = '"' | "'";

/** A scalar as YAML reads it back, in the quotes that were there if it can be. */
export function spellScalar(value: Scalar, quotes?: Quotes): string {
  if (typeof value !== 'string') return String(value === 0 ? 0 : value);
  if (quotes === "'" && !/[^\x20-\x7e]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return quotes === undefined && isPlain(value) ? value : JSON.stringify(value);
}

export function spellKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_./-]*$/.test(key) && isPlain(key) && !isNullWord(key)
    ? key
    : JSON.stringify(key);
}

/** On one line: `{min: 1, types: [a, b]}`. */
export function spellFlow(value: NewValue): string {
  if (isNewList(value)) return `[${value.map((item) => spellScalar(item)).join(', ')}]`;
  return isNewMap(value) ? `{${spellPairs(value)}}` : spellScalar(value);
}

/** What stands between the brackets. */
export function spellPairs(map: NewMap): string {
  return Object.entries(map)
    .map(([key, value]) => `${spellKey(key)}: ${spellFlow(value)}`)
    .join(', ');
}

/** Words that YAML 1.1 takes for true and false, and people for words. */
const OLD_BOOLEAN = /^(?:y|n|yes|no|on|off)$/i;
/** Numbers and dates of YAML 1.1, such as 1_000. */
const LIKE_A_NUMBER = /^[-+.0-9_]+$/;
/** Narrower than YAML: no colon, comma, bracket or `#`, so that it is plain between brackets as well. */
const HARMLESS = /^[A-Za-z0-9_](?:[A-Za-z0-9_./+%@ -]*[A-Za-z0-9_./+%@-])?$/;

function isPlain(text: string): boolean {
  if (!HARMLESS.test(text) || OLD_BOOLEAN.test(text) || LIKE_A_NUMBER.test(text)) return false;
  const read = readCoreScalar(text);
  return read.ok && read.value === text;
}
