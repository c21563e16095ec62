import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { loadSpec } from './load-spec.ts';
import { parseYaml } from './parse-yaml.ts';
import { FILE, finding } from './testing/reading.ts';

// S1 allows 2 seconds for any text up to 1 MiB. The slowest here takes 1.3 seconds of processor time on the
// machine of November 2026; asserting on that would only measure what else the machine does, and the time
// limit of the tests is as generous as it is because they share two cores with all others.
const TIMEOUT_MS = 600_000;

const LENGTH = limits.fileLength;
// Enough to show an answer that grows with the square of the length.
const SHORT = 64 * 1024;

/** As many lines or pieces as fit into `most` units, with a head and a tail. */
function filled(
  piece: string | ((index: number) => string),
  head = '',
  tail = '',
  most: number = LENGTH,
): string {
  const pieces = [head];
  let length = head.length + tail.length;
  for (let index = 0; ; index += 1) {
    const next = typeof piece === 'string' ? piece : piece(index);
    length += next.length;
    if (length > most) break;
    pieces.push(next);
  }
  return pieces.join('') + tail;
}

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const bomb = (width: number, levels: number): string =>
  `a0: &a0 [x]\n${lines(levels, (level) => `a${level + 1}: &a${level + 1} [${Array(width).fill(`*a${level}`).join(',')}]\n`)}`;

/** A text and its first finding; `fine` for a text that is taken. */
const texts: ReadonlyArray<readonly [name: string, text: string, first: string]> = [
  ['too large by one', ' '.repeat(LENGTH + 1), 'yaml/too-large 1:1-1:1'],
  ['a block map', filled((index) => `key${index}: ${index}\n`), 'yaml/too-many-nodes 50001:1-50001:2'],
  ['a block map of long lines', filled((index) => `key-number-${index}: value ${index}\n`), 'fine'],
  [
    'a block map without values',
    filled((index) => `${index.toString(36)}:\n`),
    'yaml/too-many-nodes 100001:1-100001:2',
  ],
  [
    'a flow map',
    filled((index) => `key${index}: ${index}, `, 'a: {', '}'),
    'yaml/too-many-nodes 1:827768-1:827769',
  ],
  [
    'a flow map of long entries',
    filled((index) => `key-number-${index}: value ${index}, `, 'a: {', '}'),
    'fine',
  ],
  [
    'a flow map that is open',
    filled((index) => `key-number-${index}: value ${index}, `, 'a: {'),
    'yaml/unclosed-bracket 1:4-1:5',
  ],
  ['a flow list', filled('1,', 'a: [', ']'), 'yaml/too-many-nodes 1:200001-1:200002'],
  ['a block list', filled('- 1\n', 'a:\n'), 'yaml/too-many-nodes 50001:3-50001:4'],
  ['the same key', filled('aaaaaaaaaaaaaaaaaaaaaa: 1\n'), 'yaml/duplicate-key 2:1-2:23'],
  ['keys without a name', filled(': 1\n'), 'yaml/too-many-nodes 100001:1-100001:2'],
  ['an alias bomb, 9 by 9', bomb(9, 9), 'yaml/aliases-too-large 6:34-6:37'],
  ['an alias bomb, 2 by 40', bomb(2, 40), 'yaml/aliases-too-large 16:12-16:16'],
  ['many aliases', filled('*x,', 'a: &x 1\nb: [', ']'), 'yaml/too-many-aliases 2:305-2:307'],
  ['many anchors', filled((index) => `k${index}: &a${index} x\n`), 'yaml/too-many-aliases 101:7-101:12'],
  ['an anchor in itself', 'a: &a {b: &b [*a, *b]}', 'yaml/alias-cycle 1:15-1:17'],
  ['100,000 lists', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'yaml/too-deep 1:67-1:68'],
  ['100,000 maps', `a: ${'{a: '.repeat(100_000)}${'}'.repeat(100_000)}`, 'yaml/too-deep 1:256-1:257'],
  ['100,000 dashes', `a:\n${'- '.repeat(100_000)}`, 'yaml/too-deep 2:127-2:128'],
  ['100,000 question marks', '? '.repeat(100_000), 'yaml/too-deep 1:129-1:130'],
  ['100,000 colons', 'a: '.repeat(100_000), 'yaml/too-deep 1:193-1:194'],
  [
    '1,400 levels of indentation',
    lines(1400, (level) => `${' '.repeat(level)}a:\n`),
    'yaml/too-deep 65:65-65:66',
  ],
  [
    '1,400 levels back',
    lines(1400, (level) => `${' '.repeat(1400 - level)}k${level}: 1\n`),
    'yaml/indentation 2:1400-2:1402',
  ],
  ['a key of 64 KiB', `a: 1\n${'k'.repeat(65_536)}: 1\n`, 'yaml/key-too-long 2:1-2:65537'],
  ['a quoted key of 64 KiB', `"${'k'.repeat(65_536)}": 1\n`, 'yaml/key-too-long 1:1-1:65539'],
  [
    'keys of 64 KiB',
    filled((index) => `${'k'.repeat(65_536)}${index}: 1\n`),
    'yaml/key-too-long 1:1-1:65538',
  ],
  ['a value of 1 MiB', filled('x', 'a: '), `yaml/scalar-too-long 1:4-1:${LENGTH + 1}`],
  ['a value of 350,000 lines', filled('x\n ', 'a: '), 'yaml/scalar-too-long 1:4-1:5'],
  ['a text block of 1 MiB', filled(' x\n', 'a: |\n'), 'yaml/scalar-too-long 1:4-1:5'],
  ['a folded block of empty lines', filled('\n', 'a: >\n'), 'fine'],
  ['comments', filled('# x\n', '', 'a: 1'), 'fine'],
  ['comments in brackets', filled('# x\n', 'a: [\n', ']'), 'fine'],
  ['white space', filled('          \n', 'a: 1\n', 'b: 2'), 'fine'],
  ['Windows line ends', filled((index) => `key-number-${index}: ${index}\r\n`), 'fine'],
  ['NUL characters', filled('a: \0\n'), 'yaml/nul 1:4-1:5'],
  ['UTF-16 read as UTF-8', 'a\0:\0 \x001\0', 'yaml/nul 1:2-1:3'],
  ['lone surrogates', filled('a: \ud800\n'), 'yaml/lone-surrogate 1:4-1:5'],
  ['bidirectional overrides', filled((index) => `k${index}: \u202e\n`), 'yaml/bidi-character 1:5-1:6'],
  ['control characters', filled((index) => `k${index}: \u0001\n`), 'yaml/control-character 1:5-1:6'],
  [
    'references of cdktf',
    filled((index) => `k${index}: "\${TfToken[TOKEN.${index}]}"\n`),
    'yaml/forbidden-text 1:5-1:26',
  ],
  ['a reference of cdktf in escapes', 'a: "\\x54fToken\\x5bTOKEN.0]"', 'yaml/forbidden-text 1:4-1:28'],
  ['prototypes', filled('__proto__: a longer value\n'), 'yaml/forbidden-key 1:1-1:10'],
  ['documents', filled('---\na: 1\n'), 'yaml/several-documents 3:1-3:4'],
  ['directives', filled('%YAML 1.1\n'), 'yaml/directive 1:1-1:10'],
  ['tags', filled((index) => `key${index}: !!js/function y\n`), 'yaml/tag 1:7-1:20'],
  ['tabs', filled((index) => `\tkey-number-${index}: value\n`), 'yaml/tab 1:1-1:2'],
  [
    'lines without colons',
    filled((index) => `key-number-${index} 1\nj${index}: 1\n`),
    'yaml/missing-colon 1:1-1:15',
  ],
  [
    'quotes that are open',
    filled((index) => `a-longer-key-number-${index}: "x\n`),
    'yaml/unclosed-quote 1:24-1:26',
  ],
  [
    'brackets that are open',
    filled((index) => `an-even-longer-key-number-${index}: [x\n`),
    'yaml/unclosed-bracket 1:30-1:31',
  ],
  [
    'brackets that are wrong',
    filled((index) => `a-longer-key-number-${index}: [}\n`),
    'yaml/wrong-bracket 1:25-1:26',
  ],
  [
    'brackets that are too many',
    filled((index) => `key-number-${index}: []]\n`),
    'yaml/stray-bracket 1:17-1:18',
  ],
  ['bad escapes', filled('\\q', 'a: "', '"'), 'yaml/scalar-too-long 1:4-1:1048576'],
  ['keys marked with "?"', filled((index) => `? k${index}\n: 1\n`), 'yaml/too-many-nodes 100001:1-100001:2'],
];

// Each is as long as a spec may be, and takes most of a second; `HOSTILE=full` reads them all.
const chosen = process.env['HOSTILE'] === 'full' ? texts : texts.filter((_, index) => index % 6 === 0);

describe('a hostile text', { timeout: TIMEOUT_MS }, () => {
  it.each(chosen)('of %s', (_, text, first) => {
    const { diagnostics } = parseYaml(FILE, text);
    expect(diagnostics.length).toBeLessThanOrEqual(limits.problems + 1);
    expect(diagnostics.map(finding)[0] ?? 'fine').toBe(first);
  });

  const characters = [...'[]{}"\'&*!|>%@`-?:,#=~.0x\\/<$ \t\n\r\ufeff\u2028\u00a0é😀'];

  it.each(characters.map((character) => JSON.stringify(character)))(
    'of nothing but %s has an answer',
    (written) => {
      const character = JSON.parse(written) as string;
      const only = (head: string, tail: string) => filled(character + tail, head, '', SHORT);
      for (const text of [
        only('', ''),
        only('a: ', ''),
        only('', '\n'),
        only('a: [', ','),
        only('a: ', ' '),
      ]) {
        const { value, diagnostics } = parseYaml(FILE, text);
        // A finding or a value, and never neither.
        expect(value !== undefined || diagnostics.length > 0).toBe(true);
      }
    },
  );

  it('of several files has an answer', () => {
    const text = (index: number) =>
      filled((line) => `key-number-${line}: {a: ${index}}\n`, `extends: p${index}.yaml\n`, '', SHORT);
    const { diagnostics } = loadSpec('specs/p0.yaml', {
      read: (path) => ({ text: text(Number(/[0-9]+/.exec(path)?.[0]) + 1) }),
    });
    expect(diagnostics.map(({ code }) => code)).toContain('extends/too-deep');
  });
});

describe('a name of JavaScript', () => {
  it('is an ordinary key unless it changes objects', () => {
    const { value, diagnostics } = parseYaml(FILE, 'toString: 1\nhasOwnProperty: 2\nvalueOf: {length: 3}\n');
    expect(diagnostics).toEqual([]);
    expect([...(value?.entries.keys() ?? [])]).toEqual(['toString', 'hasOwnProperty', 'valueOf']);
  });
});
