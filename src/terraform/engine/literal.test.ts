import { describe, expect, it } from 'vitest';
import { expression } from './expression.ts';
import { literal } from './literal.ts';

describe('a text of a user', () => {
  it.each([
    ['${file("/etc/passwd")}', '$${file("/etc/passwd")}'],
    ['%{ if true }x%{ endif }', '%%{ if true }x%%{ endif }'],
    ['$${already}', '$$${already}'],
    ['costs 5$ and 10%', 'costs 5$ and 10%'],
    ['{plain}', '{plain}'],
  ])('%j is written as %j', (text, escaped) => {
    expect(literal({ tags: { Name: text, [text]: 'x' }, list: [text] })).toEqual({
      tags: { Name: escaped, [escaped]: 'x' },
      list: [escaped],
    });
  });

  it('stays literal in front of a reference', () => {
    const reference = expression('local.x');
    expect(literal(`a$${reference}`)).toBe(`a\${"$"}${reference}`);
    expect(literal(`%{x}${reference}`)).toBe(`%%{x}${reference}`);
  });
});

describe('a configuration', () => {
  it('loses the keys that are not set, and keeps what is false or zero', () => {
    expect(literal({ a: undefined, b: false, c: 0, d: '', e: [{ f: undefined }] })).toEqual({
      b: false,
      c: 0,
      d: '',
      e: [{}],
    });
  });

  it('keeps references in lists and objects of cdktf as they are', () => {
    const list = expression('local.list');
    class Resolvable {}
    const object = new Resolvable();
    expect(literal({ list: [list], object })).toEqual({ list: [list], object });
  });
});
