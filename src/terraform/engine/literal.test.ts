import { ref, Token } from 'cdktf';
import { describe, expect, it } from 'vitest';
import { findForbiddenCharacters } from '../../compiler/load/forbidden-characters.ts';
import { parseYaml } from '../../compiler/load/parse-yaml.ts';
import { END, expression, listExpression, numberExpression, START } from './expression.ts';
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
    expect(literal(`a$${reference}`)).toBe('a${"$"}${local.x}');
    expect(literal(`%{x}${reference}`)).toBe('%%{x}${local.x}');
  });

  it('stays literal beside references', () => {
    expect(literal(`${expression('local.x')}-\${y}-${expression('local.z')}`)).toBe(
      '${local.x}-$${y}-${local.z}',
    );
  });
});

describe('an expression', () => {
  it('begins and ends with what no spec may say', () => {
    for (const mark of [START, END]) {
      expect(findForbiddenCharacters(mark)).toMatchObject([{ code: 'yaml/control-character' }]);
      const { diagnostics } = parseYaml('specs/prod.yaml', `a: "\\x0${mark.charCodeAt(0)}"\n`);
      expect(diagnostics).toMatchObject([{ code: 'yaml/control-character' }]);
    }
  });

  it('is live, alone and in lists and keys', () => {
    const reference = expression('local.x');
    expect(literal({ [`a-${reference}`]: [reference] })).toEqual({ 'a-${local.x}': ['${local.x}'] });
    expect(literal({ count: numberExpression('local.n'), ids: listExpression('local.ids') })).toEqual({
      count: '${local.n}',
      ids: '${local.ids}',
    });
  });

  it('becomes a part of the expression in which it is', () => {
    expect(literal(expression(`one(${expression('local.x')})`))).toBe('${one(local.x)}');
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

  it.each([
    ['a text', Token.asString(ref('local.x'))],
    ['a number', Token.asNumber(ref('local.x'))],
    ['a list', Token.asList(ref('local.x'))],
    ['an object', ref('local.x')],
  ])('has no token of cdktf, which nobody would resolve: %s', (_, token) => {
    expect(() => literal({ value: token })).toThrow(/cdktf/);
  });
});
