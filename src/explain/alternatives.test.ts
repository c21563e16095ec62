import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, list, text } from '../compiler/language/fields.ts';
import { alternativesOf } from './alternatives.ts';

const NEIGHBOURS = { namesAt: () => [], alike: () => undefined };
const documentation = { description: 'Words.', example: ['one'] };
const word = text({ description: 'A word.', example: 'one', pattern: '^[a-z0-9]+$' });
const letters = ['a', 'b', 'c', 'd'] as const;

describe('other lists', () => {
  it('have none of the items, where others can be', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, (items) => {
        const [first] = alternativesOf(list(word, documentation), items, NEIGHBOURS);
        expect(first).toHaveLength(items.length);
        expect((first as string[]).filter((item) => items.includes(item))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('miss each item once, where no others can be', () => {
    const choices = list(choice(letters, { description: 'A letter.' }), documentation);
    fc.assert(
      fc.property(fc.subarray([...letters], { minLength: 1 }), (items) => {
        const others = alternativesOf(choices, items, NEIGHBOURS) as string[][];
        const missed = items.filter((item) => others.some((other) => !other.includes(item)));
        expect(missed).toEqual(items);
      }),
      { numRuns: 20 },
    );
  });
});
