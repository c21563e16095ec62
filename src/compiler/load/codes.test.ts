import { describe, expect, it } from 'vitest';
import { isSpan } from '../diagnostic.ts';
import { limits } from './limits.ts';
import { parseYaml } from './parse-yaml.ts';
import { FILE, findings, range } from './testing/reading.ts';
import { advice, show } from './yaml-messages.ts';

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** A text and everything that is found in it. */
const cases: ReadonlyArray<readonly [text: string, ...found: string[]]> = [
  [many(limits.fileLength / 4 + 1, () => '# x\n'), 'yaml/too-large 1:1-1:1'],
  [`a: ${'['.repeat(64)}`, 'yaml/too-deep 1:67-1:68'],
  [many(65, (level) => `${' '.repeat(level)}a:\n`), 'yaml/too-deep 65:65-65:66'],
  [
    `a: &x ${'['.repeat(40)}${']'.repeat(40)}\nb: ${'['.repeat(40)}*x${']'.repeat(40)}`,
    'yaml/too-deep 2:44-2:46',
  ],
  [`a: &x 1\n${many(101, (index) => `k${index}: *x\n`)}`, 'yaml/too-many-aliases 102:7-102:9'],
  [many(101, (index) => `k${index}: &a${index} 1\n`), 'yaml/too-many-aliases 101:7-101:12'],
  [`a: [${'1,'.repeat(limits.nodes)}]`, 'yaml/too-many-nodes 1:200001-1:200002'],
  [many(limits.nodes, () => ':\n') + ':\n', 'yaml/too-many-nodes 100001:1-100001:2'],
  [
    `a: &a [x,x,x,x,x,x,x,x,x,x]\n${many(5, (index) => `${'bcdef'[index]}: &${'bcdef'[index]} [${Array(10).fill(`*${'abcde'[index]}`).join(',')}]\n`)}`,
    'yaml/aliases-too-large 5:29-5:31',
  ],
  [`a: "${'x'.repeat(limits.scalarLength)}"\nb: 1`, `yaml/scalar-too-long 1:4-1:${limits.scalarLength + 6}`],
  [`${'k'.repeat(1025)}: 1`, 'yaml/key-too-long 1:1-1:1026'],
  [`"${'k'.repeat(1025)}": 1\nb: 1`, 'yaml/key-too-long 1:1-1:1028'],
  ['', 'yaml/empty 1:1-1:1'],
  ['\ufeff# nothing but a comment\n', 'yaml/empty 1:1-1:1'],
  ['- a\n- b\n', 'yaml/root-not-map 1:3-1:4'],
  ['# a text\nnothing', 'yaml/root-not-map 2:1-2:8'],
  ['[a, b]\n', 'yaml/root-not-map 1:1-1:7'],
  ['---\na: 1\n---\nb: 2\n', 'yaml/several-documents 3:1-3:4'],
  ['a: 1\n...\nb: 2\n', 'yaml/several-documents 3:1-3:4'],
  [
    'a: 1\n<<<<<<< HEAD\nb: 1\n||||||| base\nb: 0\n=======\nb: 2\n>>>>>>> other\n<<<<<<< HEAD \n',
    'yaml/merge-conflict 2:1-2:13',
    'yaml/merge-conflict 9:1-9:13',
  ],
  ['a: 1\r\n=======\r\nb: 2\r\n>>>>>>>', 'yaml/merge-conflict 2:1-2:8', 'yaml/merge-conflict 4:1-4:8'],
  ['a: |\n  <<<<<<< HEAD\nb: <<<<<<<\n'],
  ['%YAML 1.1\n---\na: no\n', 'yaml/directive 1:1-1:10'],
  ['a: !!str x\nb: !js/function y\n', 'yaml/tag 1:4-1:9', 'yaml/tag 2:4-2:16'],
  ['a: &a {x: 1}\nb:\n  <<: *a\n', 'yaml/merge-key 3:3-3:5'],
  ['a:\n\tb: 1\n\tc: 2\n', 'yaml/tab 2:1-2:2'],
  ['a: |\n\tb\n', 'yaml/tab 2:1-2:2'],
  ['a: 1\n: 2\n', 'yaml/empty-key 2:1-2:2'],
  ['"": 2\n', 'yaml/empty-key 1:1-1:3'],
  ['~: 1\nNull: 2\n', 'yaml/null-key 1:1-1:2', 'yaml/null-key 2:1-2:5'],
  ['? a\n: 1\n', 'yaml/complex-key 1:1-1:2'],
  ['[a]: 1\n', 'yaml/complex-key 1:1-1:2'],
  ['a: {{ b }}\n', 'yaml/complex-key 1:5-1:6'],
  ['a: &x b\n*x : c\n', 'yaml/complex-key 2:1-2:3'],
  [
    '__proto__: 1\nb: {constructor: 2, "prototype": 3}\n',
    'yaml/forbidden-key 1:1-1:10',
    'yaml/forbidden-key 2:5-2:16',
    'yaml/forbidden-key 2:21-2:32',
  ],
  ['"\\x5f_proto__": 1\n', 'yaml/forbidden-key 1:1-1:15'],
  ['a: 1\n"a": 2\n', 'yaml/duplicate-key 2:1-2:4'],
  ['1: a\n"1": b\nc: {x: 1, x: 2}\n', 'yaml/duplicate-key 2:1-2:4', 'yaml/duplicate-key 3:11-3:12'],
  ['a: *b\nb: *.yaml\n', 'yaml/unknown-alias 1:4-1:6', 'yaml/unknown-alias 2:4-2:10'],
  ['a: &x {b: [*x]}\n', 'yaml/alias-cycle 1:12-1:14'],
  [
    'a: &x 1\nb: &y *x\nc: &u &v 2\nd: &\n',
    'yaml/bad-anchor 2:4-2:6',
    'yaml/bad-anchor 3:7-3:9',
    'yaml/bad-anchor 4:4-4:5',
  ],
  ['a: 1\nb: \0\0x\n', 'yaml/nul 2:4-2:6'],
  ['a: "\\0"\n', 'yaml/nul 1:4-1:8'],
  ['a: x\u0007\u0007\nb: "\\x1b[0m"\n', 'yaml/control-character 1:5-1:7', 'yaml/control-character 2:4-2:13'],
  ['a: 1\n\ufeffb: 1\n', 'yaml/control-character 2:1-2:2'],
  ['a: x\u202ey # \u2066\n', 'yaml/bidi-character 1:5-1:6', 'yaml/bidi-character 1:10-1:11'],
  ['a: \ud83d\nb: "\\udc00"\n', 'yaml/lone-surrogate 1:4-1:5', 'yaml/lone-surrogate 2:4-2:12'],
  ['a: 1\rb: 2\rc: 3\r', 'yaml/lone-carriage-return 1:5-1:6'],
  ['a: x${TfToken[1]}\n', 'yaml/forbidden-text 1:4-1:18'],
  ['a: e\u0301t\u00e9\nb: "e\\u0301"\n', 'yaml/not-normalized 1:4-1:8', 'yaml/not-normalized 2:4-2:13'],
  [
    '"\\x54fToken[TOKEN.0]": |\n  TfToken[\n',
    'yaml/forbidden-text 1:1-1:22',
    'yaml/forbidden-text 1:24-2:11',
  ],
  [
    'a: -.inf\nb: .NaN\nc: 1e400\n',
    'yaml/not-finite 1:4-1:9',
    'yaml/not-finite 2:4-2:8',
    'yaml/not-finite 3:4-3:9',
  ],
  [
    'a: 9007199254740992\nb: 0x20000000000000\n',
    'yaml/number-too-large 1:4-1:20',
    'yaml/number-too-large 2:4-2:20',
  ],
  ['a:\n  b: 1\n   c: 2\n', 'yaml/indentation 3:4-3:5'],
  ['a: 1\nb 2\n', 'yaml/missing-colon 2:1-2:4'],
  ['a: 1\nb:2\n', 'yaml/missing-space 2:1-2:4'],
  ['a: "x"# y\n', 'yaml/missing-space 1:7-1:8'],
  ['a: {b: 1 c: 2}\n', 'yaml/missing-comma 1:10-1:11'],
  ['a: [1,, 2]\n', 'yaml/extra-comma 1:7-1:8'],
  ['a: "x\nb: 1\n', 'yaml/unclosed-quote 1:4-1:6'],
  ['a: [1, 2\nb: 1\n', 'yaml/unclosed-bracket 1:4-1:5'],
  ['a: [1, 2}\nb: 1\n', 'yaml/wrong-bracket 1:9-1:10'],
  ['a: [1]]\nb: 1\n', 'yaml/stray-bracket 1:7-1:8'],
  ['a: b: c\n', 'yaml/nested-on-one-line 1:4-1:5'],
  ['a: - b\n', 'yaml/list-on-key-line 1:4-1:5'],
  ['a: [- b]\n', 'yaml/list-in-brackets 1:5-1:6'],
  ['"a\n b": 1\n', 'yaml/key-over-lines 1:1-1:3'],
  ['a: @b\n', 'yaml/needs-quotes 1:4-1:6'],
  ['a: "C:\\dir"\nb: "\\x1"\n', 'yaml/bad-escape 1:7-1:9', 'yaml/bad-escape 2:5-2:8'],
  ['a: | text\n', 'yaml/block-text 1:4-1:10'],
  ['a: "x" y\n', 'yaml/unexpected-text 1:8-1:9'],
  [
    many(101, (index) => `k${index + 100}: @\n`),
    ...Array.from({ length: 100 }, (_, index) => `yaml/needs-quotes ${index + 1}:7-${index + 1}:8`),
    'yaml/too-many-problems 100:7-100:8',
  ],
];

describe('every finding about the text of a spec', () => {
  it.each(cases.map(([text, ...found]) => ({ text, shown: show(text), found })))(
    '$shown: $found.0',
    ({ text, found }) => {
      expect(findings(text)).toEqual(found);
    },
  );

  it('has a case above', () => {
    const covered = new Set(cases.flatMap(([, ...found]) => found.map((each) => each.split(' ')[0])));
    expect(Object.keys(advice).filter((code) => !covered.has(code))).toEqual([]);
  });

  it('is written in one sentence without full stop, with its reason and its remedy', () => {
    for (const [text] of cases) {
      for (const { message, why, help } of parseYaml(FILE, text).diagnostics) {
        for (const part of [message, why, help]) expect(part).toMatch(/^[^\n]*[^\s.]$/);
      }
    }
  });
});

describe('related places', () => {
  const related = (text: string) =>
    parseYaml(FILE, text).diagnostics.flatMap((diagnostic) =>
      (diagnostic.related ?? []).map(({ at }) => isSpan(at) && range(at)),
    );

  it.each([
    ['a: 1\nb: 2\na: 3\n', '1:1-1:2'],
    ['a: {b: 1,\n  c: 2]\n', '1:4-1:5'],
  ])('of %j', (text, first) => {
    expect(related(text)).toEqual([first]);
  });
});

describe('a tree beside mistakes', () => {
  it.each([
    ['a: \0', false],
    ['- a', false],
    [`a: ${'['.repeat(65)}`, false],
    ['a: 1\nb 2', true],
    ['a: !!str x', true],
  ])('of %j is there: %j', (text, expected) => {
    expect(parseYaml(FILE, text).value !== undefined).toBe(expected);
  });

  it('has the NUL as its one mistake, however many others come before it', () => {
    expect(findings(`${many(2000, () => 'a: \u202e\n')}b: \0`)).toEqual(['yaml/nul 2001:4-2001:5']);
  });
});
