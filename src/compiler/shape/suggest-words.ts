import { type NearWord, nearWords } from '../../util/did-you-mean.ts';
import type { Suggestion } from '../diagnostic.ts';

/**
 * The words that may have been meant, as suggestions. One slip of the fingers from one word of a fixed vocabulary is
 * certain; two words as near, or one that is further away, are for a person to choose.
 *
 * @param known keys or choices of the language; not names that people give, where the right one may be missing
 */
export function suggestWords(typed: string, known: Iterable<string>): readonly Suggestion[] {
  const near = nearWords(typed, known);
  return near.map(({ word }) => ({
    message: `did you mean ${word}?`,
    replacement: word,
    ...(isCertain(word, typed, near) ? { applicability: 'machine' as const } : {}),
  }));
}

/** Three letters with one slip could have been most other words of three letters. */
const SHORTEST = 3;

/** Whether the word is meant and no other; `near` are all that come into question. */
export function isCertain(word: string, typed: string, near: readonly NearWord[]): boolean {
  const [nearest, ...others] = near;
  if (nearest?.word !== word || typed.length < SHORTEST) return false;
  // Of words that differ in case and separators only there cannot be two.
  if (nearest.distance === 0) return others.every(({ distance }) => distance > 0);
  return nearest.distance === 1 && others.every(({ distance }) => distance > 1);
}
