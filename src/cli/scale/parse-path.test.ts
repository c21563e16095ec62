import { describe, expect, it } from 'vitest';
import { parsePath } from './parse-path.ts';

describe('parsePath', () => {
  it.each<[string, string[] | undefined]>([
    ['a.b-c', ['a', 'b-c']],
    ['a[0].b', ['a', '0', 'b']],
    ['a["x.y/z"].b', ['a', 'x.y/z', 'b']],
    ['["a"]', ['a']],
    ['', undefined],
    ['a.', undefined],
    ['.a', undefined],
    ['a..b', undefined],
    ['a[', undefined],
    ['a["\\q"]', undefined],
    ['a b', undefined],
  ])('%j', (text, path) => expect(parsePath(text)).toEqual(path));
});
