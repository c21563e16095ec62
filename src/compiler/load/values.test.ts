import { describe, expect, it } from 'vitest';
import type { SourceNode } from '../source-tree.ts';
import { parseYaml, withoutByteOrderMark } from './parse-yaml.ts';
import { FILE, plain, range, read } from './testing/reading.ts';

describe('the value of a text', () => {
  it.each<[text: string, value: unknown]>([
    ['a: 1\n', { a: 1 }],
    ['a: 1', { a: 1 }],
    ['a:\n', { a: null }],
    ['a: # nothing\nb: 1\n', { a: null, b: 1 }],
    ['# before\n\na: 1 # behind\n  # odd place\n\nb: 2\n# after', { a: 1, b: 2 }],
    ['---\na: 1\n', { a: 1 }],
    ['a: 1\n...\n', { a: 1 }],
    ['\ufeffa: 1\n', { a: 1 }],
    ['a: 1\r\nb:\r\n  c: x y\r\n  d: |\r\n    t\r\n    u\r\n', { a: 1, b: { c: 'x y', d: 't\nu\n' } }],
    ['a:\n  b:\n    c: 1\n  d: 2\ne: 3\n', { a: { b: { c: 1 }, d: 2 }, e: 3 }],
    ['a:\n- x\n- y\nb: 1\n', { a: ['x', 'y'], b: 1 }],
    ['a:\n  - x: 1\n    y: 2\n  - z: 3\n', { a: [{ x: 1, y: 2 }, { z: 3 }] }],
    ['a:\n  -\n    x\n  - - y\n    - z\n', { a: ['x', ['y', 'z']] }],
    ['{a: 1}', { a: 1 }],
    ['a: {b: 1, "c": 2, d: {e: [f, g]}, h: }\n', { a: { b: 1, c: 2, d: { e: ['f', 'g'] }, h: null } }],
    ['a: {"b":1,"c":[2,3]}\n', { a: { b: 1, c: [2, 3] } }],
    ['a: [\n  x, # first\n  y,\n]\nb: 1\n', { a: ['x', 'y'], b: 1 }],
    ['a: [b: 1, {c: 2}]\n', { a: [{ b: 1 }, { c: 2 }] }],
    ['a: []\nb: {}\n', { a: [], b: {} }],
    ['a : 1\n"b" : 2\n', { a: 1, b: 2 }],
    ['a:\t1\n', { a: 1 }],
    ['a.b/c-d_e: 1\n1: x\ntrue: y\n', { 'a.b/c-d_e': 1, 1: 'x', true: 'y' }],
    ['a: plain text: no\n'.replace(': no', ' - no'), { a: 'plain text - no' }],
    ['a: one\n  two\n\n  three\nb: 1\n', { a: 'one two\nthree', b: 1 }],
    ['a: http://x:80/#y\nb: 12:30:45\nc: x#y\n', { a: 'http://x:80/#y', b: '12:30:45', c: 'x#y' }],
    ['a: "x\\n\\ty \\u00e9 \\U0001F600 \\"q\\" \\\\"\n', { a: 'x\n\ty é 😀 "q" \\' }],
    ['a: "one\n  two\n\n  three \\\n  four"\n', { a: 'one two\nthree four' }],
    ["a: 'it''s \\n'\n", { a: "it's \\n" }],
    ['a: ""\nb: \'\'\n', { a: '', b: '' }],
    ['a: "1"\nb: "true"\nc: "null"\nd: \'~\'\n', { a: '1', b: 'true', c: 'null', d: '~' }],
    ['a: |\n  x\n   y\n\n  z\nb: 1\n', { a: 'x\n y\n\nz\n', b: 1 }],
    ['a: |-\n  x\nb: |+\n  y\n\nc: 1\n', { a: 'x', b: 'y\n\n', c: 1 }],
    ['a: >\n  x\n  y\n\n  z\nb: >-\n  u\n  v\n', { a: 'x y\nz\n', b: 'u v' }],
    ['a: |2 # two\n   x\n', { a: ' x\n' }],
    ['a: |\nb: >-\n', { a: '', b: '' }],
    ['a: |\n  # no comment\n  b: c\n', { a: '# no comment\nb: c\n' }],
    ['a: &x {b: 1}\nc: *x\nd: [*x, *x]\n', { a: { b: 1 }, c: { b: 1 }, d: [{ b: 1 }, { b: 1 }] }],
    ['a: &x 1\nb: &x 2\nc: *x\n', { a: 1, b: 2, c: 2 }],
    ['a:\n  &x\n  b: 1\nc: *x\n', { a: { b: 1 }, c: { b: 1 } }],
    ['&k a: &v 1\nb: *v\n', { a: 1, b: 1 }],
    ['a: &x\nb: *x\n', { a: null, b: null }],
    ['a: 😀\n"😀": b\n', { a: '😀', '😀': 'b' }],
  ])('%j', (text, value) => {
    expect(plain(read(text))).toEqual(value);
  });
});

describe('a plain scalar in the core schema', () => {
  it.each<[written: string, value: unknown]>(
    [
      ['~', null],
      ['null', null],
      ['Null', null],
      ['nULL', 'nULL'],
      ['true', true],
      ['FALSE', false],
      ['tRUE', 'tRUE'],
      ['0', 0],
      ['-0', 0],
      ['+7', 7],
      ['-12', -12],
      ['0123', 123],
      ['012345678901', 12345678901],
      ['0o17', 15],
      ['0x1F', 31],
      ['1.30', 1.3],
      ['.5', 0.5],
      ['5.', 5],
      ['1e3', 1000],
      ['-1.5E-2', -0.015],
      ['9007199254740991', 9007199254740991],
      ['1_000', '1_000'],
      ['0b1', '0b1'],
      ['1.2.3', '1.2.3'],
      ['.', '.'],
      ['+', '+'],
      ['1e', '1e'],
      ['0o8', '0o8'],
      ['12:30', '12:30'],
      ['2026-11-25', '2026-11-25'],
      ['on', 'on'],
      ['No', 'No'],
      ['y', 'y'],
      ['inf', 'inf'],
      ['nan', 'nan'],
    ].filter(([written]) => written !== '-') as [string, unknown][],
  )('%s', (written, value) => {
    const root = read(`a: ${written}\n`);
    const entry = root.kind === 'map' ? root.entries.get('a') : undefined;
    expect(entry?.value).toMatchObject({ kind: 'scalar', value, source: written, quoted: false });
  });
});

describe('what is kept of the writing', () => {
  it.each<[text: string, source: string, quoted: boolean]>([
    ['a: 1.30', '1.30', false],
    ['a: "1.30"', '1.30', true],
    ["a: 'it''s'", "it''s", true],
    ['a: "\\u0041"', '\\u0041', true],
    ['a: |\n  x\n', '  x\n', true],
    ['a: ', '', false],
  ])('of %j is %j', (text, source, quoted) => {
    const root = read(text);
    expect(root.kind === 'map' && root.entries.get('a')?.value).toMatchObject({ source, quoted });
  });

  it('is the order of the keys, numbers too', () => {
    const root = read('b: 1\n10: 2\na: 3\n9: 4\n');
    expect(root.kind === 'map' && [...root.entries.keys()]).toEqual(['b', '10', 'a', '9']);
  });
});

/** Every key and value with the place where it stands, in the order of the tree. */
function places(node: SourceNode, path = '$'): string[] {
  const own = `${path} ${range(node.span)}`;
  if (node.kind === 'scalar') return [own];
  if (node.kind === 'list')
    return [own, ...node.items.flatMap((item, index) => places(item, `${path}.${index}`))];
  const inner = [...node.entries.values()].flatMap(({ key, keySpan, value }) => [
    `${path}.${key}= ${range(keySpan)}`,
    ...places(value, `${path}.${key}`),
  ]);
  return [own, ...inner];
}

describe('where things stand', () => {
  it.each([
    ['a: 1', ['$ 1:1-1:5', '$.a= 1:1-1:2', '$.a 1:4-1:5']],
    ['\ufeffa: 1', ['$ 1:1-1:5', '$.a= 1:1-1:2', '$.a 1:4-1:5']],
    [
      'a:\r\n  "b": "x y" # c\r\n',
      ['$ 1:1-2:13', '$.a= 1:1-1:2', '$.a 2:3-2:13', '$.a.b= 2:3-2:6', '$.a.b 2:8-2:13'],
    ],
    ['😀: 😀 # astral characters are two units', ['$ 1:1-1:7', '$.😀= 1:1-1:3', '$.😀 1:5-1:7']],
    ['a:\nb: ', ['$ 1:1-2:3', '$.a= 1:1-1:2', '$.a 1:3-1:3', '$.b= 2:1-2:2', '$.b 2:3-2:3']],
    ['a: [x,\n  y ]', ['$ 1:1-2:6', '$.a= 1:1-1:2', '$.a 1:4-2:6', '$.a.0 1:5-1:6', '$.a.1 2:3-2:4']],
    ['a:\n  - x\n  - y\n', ['$ 1:1-3:6', '$.a= 1:1-1:2', '$.a 2:5-3:6', '$.a.0 2:5-2:6', '$.a.1 3:5-3:6']],
    [
      'a: {b: 1, c: }',
      [
        '$ 1:1-1:15',
        '$.a= 1:1-1:2',
        '$.a 1:4-1:15',
        '$.a.b= 1:5-1:6',
        '$.a.b 1:8-1:9',
        '$.a.c= 1:11-1:12',
        '$.a.c 1:13-1:13',
      ],
    ],
    ['a: |\n  x\n  y\n\nb: 1', ['$ 1:1-5:5', '$.a= 1:1-1:2', '$.a 1:4-3:4', '$.b= 5:1-5:2', '$.b 5:4-5:5']],
    [
      'a: one\n  two  \nb: &x 1\nc: *x\n',
      [
        '$ 1:1-4:2',
        '$.a= 1:1-1:2',
        '$.a 1:4-2:6',
        '$.b= 3:1-3:2',
        '$.b 3:7-3:8',
        '$.c= 4:1-4:2',
        '$.c 3:7-3:8',
      ],
    ],
  ])('in %j', (text, expected) => {
    expect(places(read(text))).toEqual(expected);
  });

  it('counts from the text without byte order mark', () => {
    const text = '\ufeffa: 1';
    const { value } = parseYaml(FILE, text);
    const span = value?.entries.get('a')?.value.span;
    expect(withoutByteOrderMark(text).slice(span?.start.offset, span?.end.offset)).toBe('1');
  });
});
