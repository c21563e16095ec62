import { describe, expect, it } from 'vitest';
import { changesOf } from './changes.ts';
import type { Element } from './element.ts';

describe('an item of a list', () => {
  it.each<[what: string, before: string[], after: string[], changed: string[], left: string[]]>([
    ['that only moved is the same', ['a', 'b'], ['new', 'a', 'b'], [], []],
    ['that another took the place of is changed', ['a', 'b'], ['b'], ['list[0]'], []],
    ['that is away at the end is gone', ['a', 'b'], ['a'], [], ['list[1]']],
    ['that is there twice is changed when one is', ['a', 'a'], ['b', 'a'], ['list[0]'], []],
    ['is the same in another order', ['a', 'b'], ['b', 'a'], [], []],
  ])('%s', (_what, before, after, changed, left) => {
    expect(between(listed(before), listed(after))).toEqual({ changed, left });
  });

  it('may be a block, which moves with all that is in it', () => {
    const blocks = (...names: string[]) =>
      Object.fromEntries(
        names.flatMap((name, index) => [
          [`b[${index}].name`, name],
          [`b[${index}].in[0].size`, 1],
        ]),
      );
    expect(between(blocks('x', 'y'), blocks('w', 'x', 'y'))).toEqual({ changed: [], left: [] });
    expect(between(blocks('x', 'y'), blocks('y'))).toEqual({ changed: ['b[0].name'], left: [] });
  });
});

function listed(items: readonly string[]): Record<string, string> {
  return Object.fromEntries(items.map((item, index) => [`list[${index}]`, item]));
}

function between(before: Record<string, string | number>, after: Record<string, string | number>) {
  const { changed, left } = changesOf(
    new Map([['aws x.y', elementOf(before)]]),
    new Map([['aws x.y', elementOf(after)]]),
  );
  return { changed: [...(changed.get('aws x.y') ?? [])], left: [...(left.get('aws x.y') ?? [])] };
}

function elementOf(attributes: Record<string, string | number>): Element {
  const leaves = Object.entries(attributes).map(
    ([path, value]) => [path, { value, isReference: false }] as const,
  );
  return { address: 'x.y', file: 'f', at: 'y', notes: [], attributes: new Map(leaves) };
}
