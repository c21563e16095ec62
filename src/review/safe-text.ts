import type { Json } from '../plan/plan.ts';

/** Controls, line ends, what is invisible or turns the direction of reading, lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u2800\u3164\uffa0]/gu;

/**
 * What a plan or a spec says, as a piece of one line: it cannot move the cursor, begin a line of its own, or read
 * differently from what it is.
 *
 * @param most characters, of which the last is `…` where it is longer
 */
export function safeText(text: string, most = 200): string {
  // Cut first: a value may be a megabyte.
  const safe = text.slice(0, most * 4).replace(UNSAFE, '�');
  const characters = [...safe];
  return characters.length > most || text.length > most * 4
    ? `${characters.slice(0, most - 1).join('')}…`
    : safe;
}

/** A value of a plan in a few words. */
export function safeValue(value: Json | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return value === '' ? '""' : safeText(value, 60);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value) && value.length === 0) return 'nothing';
  return safeText(JSON.stringify(value), 60);
}
