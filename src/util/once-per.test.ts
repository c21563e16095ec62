import { expect, it } from 'vitest';
import { oncePer } from './once-per.ts';

it('makes one value of each object', () => {
  const made: object[] = [];
  const sizeOf = oncePer((key: readonly string[]) => {
    made.push(key);
    return key.length;
  });
  const [one, other] = [['a'], ['a', 'b']];
  expect([sizeOf(one), sizeOf(other), sizeOf(one)]).toEqual([1, 2, 1]);
  expect(made).toEqual([one, other]);
});
