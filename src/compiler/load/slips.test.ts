import { describe, expect, it } from 'vitest';
import { parseYaml } from './parse-yaml.ts';
import { FILE, finding, findings } from './testing/reading.ts';

// One mistake of a person, and the one finding it gives. The lines around it must stay silent.
const slips: ReadonlyArray<readonly [slip: string, text: string, found: string]> = [
  ['a missing colon', 'b 2', 'yaml/missing-colon 1:1-1:4'],
  ['an equals sign', 'b = 2', 'yaml/missing-colon 1:1-1:6'],
  ['a full-width colon', 'b：2', 'yaml/missing-colon 1:1-1:4'],
  ['a missing colon behind a quoted key', '"b" 2', 'yaml/missing-colon 1:1-1:6'],
  ['a missing colon in a deeper map', 'b:\n  c 1\n  d: 2', 'yaml/missing-colon 2:3-2:6'],
  ['a missing colon at the end of a deeper map', 'b:\n  c: 1\n  d', 'yaml/missing-colon 3:3-3:4'],
  ['a missing colon between braces', 'b: {c 1, d: 2}', 'yaml/missing-colon 1:5-1:8'],
  ['a colon on the next line', 'b\n: 2', 'yaml/missing-colon 1:1-1:2'],
  ['a map with an equals sign', 'b = {c: 1, d: 2} # e', 'yaml/missing-colon 1:1-1:17'],
  ['a template between braces', 'b: {c: 1, d: ${e.f}}', 'yaml/unexpected-text 1:14-1:20'],
  ['a template between brackets', 'b: [${c}, d]', 'yaml/unexpected-text 1:5-1:9'],
  ['a missing space behind a colon', 'b:2', 'yaml/missing-space 1:1-1:4'],
  ['a no-break space behind a colon', 'b:\u00a02', 'yaml/missing-space 1:1-1:5'],
  ['a missing space behind a quoted key', '"b c":2', 'yaml/missing-space 1:1-1:8'],
  ['a missing space between braces', 'b: {c:1}', 'yaml/missing-space 1:5-1:8'],
  ['a missing space before a comment', 'b: "c"# d', 'yaml/missing-space 1:7-1:8'],
  ['a missing space behind an anchor', 'b: &x[1]', 'yaml/missing-space 1:4-1:6'],
  ['a tab', 'b:\n\tc: 1', 'yaml/tab 2:1-2:2'],
  ['tabs on lines that follow each other', 'b:\n\tc: 1\n\td: 2\n\te: 3', 'yaml/tab 2:1-2:2'],
  ['a tab among spaces', 'b:\n  c: 1\n\td: 2', 'yaml/tab 3:1-3:2'],
  ['a tab behind spaces', 'b:\n  c:\n  \td: 2', 'yaml/tab 3:1-3:4'],
  ['a tab before a dash', 'b:\n  - c\n\t- d', 'yaml/tab 3:1-3:2'],
  ['a tab in a text block', 'b: |\n\tc', 'yaml/tab 2:1-2:2'],
  ['a line too deep', 'b:\n  c: 1\n    d: 2', 'yaml/indentation 3:5-3:6'],
  ['lines too deep', 'b:\n  c: 1\n    d: 2\n    e: 3', 'yaml/indentation 3:5-3:6'],
  ['a line too far left', 'b:\n   c: 1\n  d: 2', 'yaml/indentation 3:3-3:4'],
  ['lines too far left', 'b:\n   c: 1\n  d: 2\n  e: 3', 'yaml/indentation 3:3-3:4'],
  ['a map below a value', 'b: 1\n  c: 2', 'yaml/indentation 2:3-2:4'],
  ['a dash too far left', 'b:\n  - c\n - d', 'yaml/indentation 3:2-3:3'],
  ['a key too deep in an item', 'b:\n  - c: 1\n     d: 2', 'yaml/indentation 3:6-3:7'],
  ['a key too far left in an item', 'b:\n  - c: 1\n   d: 2', 'yaml/indentation 3:4-3:5'],
  ['a text block that is left too early', 'b: |\n  c\n d', 'yaml/indentation 3:2-3:3'],
  ['brackets whose content is not indented', 'b: [\nc,\nd\n]', 'yaml/indentation 1:4-1:5'],
  ['braces whose content is not indented', 'b:\n  c: {\n  d: 1,\n  e: 2\n  }', 'yaml/indentation 2:6-2:7'],
  ['a list behind its key', 'b: - c', 'yaml/list-on-key-line 1:4-1:5'],
  ['a list behind its key that goes on', 'b: - c\n   - d', 'yaml/list-on-key-line 1:4-1:5'],
  ['a dash without a list', 'b: -', 'yaml/list-on-key-line 1:4-1:5'],
  ['a list below a value', 'b: 1\n- c\n- d', 'yaml/indentation 2:1-2:2'],
  ['a list below a map', 'b:\n  c: 1\n- d', 'yaml/indentation 3:1-3:2'],
  ['a key among dashes', 'b:\n  - c\n  d: 1', 'yaml/indentation 3:3-3:4'],
  ['a double quote without end', 'b: "c', 'yaml/unclosed-quote 1:4-1:6'],
  ['a single quote without end', "b: 'c d", 'yaml/unclosed-quote 1:4-1:8'],
  ['a quote without end before another text', 'b: "c\nd: "e"', 'yaml/unclosed-quote 1:4-1:6'],
  ['a quote without end between brackets', 'b: ["c]', 'yaml/unclosed-quote 1:5-1:8'],
  ['a quote without end in a key', '"b: 1', 'yaml/unclosed-quote 1:1-1:6'],
  ['a quote that is closed twice', 'b: "c""', 'yaml/unclosed-quote 1:7-1:8'],
  ['an apostrophe between single quotes', "b: 'it's'", 'yaml/unexpected-text 1:8-1:10'],
  ['text behind a quote', 'b: "c" d', 'yaml/unexpected-text 1:8-1:9'],
  ['text behind a bracket', 'b: [c] d', 'yaml/unexpected-text 1:8-1:9'],
  ['a bracket without end', 'b: [c, d', 'yaml/unclosed-bracket 1:4-1:5'],
  ['a brace without end', 'b: {c: 1, d: 2', 'yaml/unclosed-bracket 1:4-1:5'],
  ['a brace without end in braces', 'b: {c: {d: 1}', 'yaml/unclosed-bracket 1:4-1:5'],
  ['a bracket without end before lines', 'b:\n  c: [d\n  e: 1\n  f: g', 'yaml/unclosed-bracket 2:6-2:7'],
  ['a list closed as a map', 'b: [c}', 'yaml/wrong-bracket 1:6-1:7'],
  ['a map closed as a list', 'b: {c: 1]', 'yaml/wrong-bracket 1:9-1:10'],
  ['a bracket too many', 'b: [c]]', 'yaml/stray-bracket 1:7-1:8'],
  ['a brace too many', 'b: {c: 1}}', 'yaml/stray-bracket 1:10-1:11'],
  ['a bracket alone', 'b: ]', 'yaml/stray-bracket 1:4-1:5'],
  ['a missing comma in a map', 'b: {c: 1 d: 2}', 'yaml/missing-comma 1:10-1:11'],
  ['a missing comma over lines', 'b: {\n  c: 1\n  d: 2\n}', 'yaml/missing-comma 3:3-3:4'],
  ['a missing comma in a list', 'b: ["c" "d"]', 'yaml/missing-comma 1:9-1:12'],
  ['a missing comma between maps', 'b: [{c: 1} {d: 2}]', 'yaml/missing-comma 1:12-1:13'],
  ['a missing comma between lists over lines', 'b: [\n  [c]\n  [d]\n  ]', 'yaml/missing-comma 3:3-3:4'],
  ['a comma too many in a list', 'b: [c,, d]', 'yaml/extra-comma 1:7-1:8'],
  ['a comma too many in a map', 'b: {c: 1,, d: 1}', 'yaml/extra-comma 1:10-1:11'],
  ['a comma before everything', 'b: [, c]', 'yaml/extra-comma 1:5-1:6'],
  ['dashes between brackets', 'b: [\n  - c\n  - d\n  ]', 'yaml/list-in-brackets 2:3-2:4'],
  ['a key twice', 'b: 1\nc: 2\nb: 3', 'yaml/duplicate-key 3:1-3:2'],
  ['a value above keys that others have too', 'b: 1\nc: 2\nd: 5\n  b: 3\n  c: 4', 'yaml/indentation 4:3-4:4'],
  ['a colon in a value', 'b: c: d', 'yaml/nested-on-one-line 1:4-1:5'],
  ['a colon in a value between braces', 'b: {c: d: e}', 'yaml/nested-on-one-line 1:8-1:9'],
  ['a template', 'b: {{ c }}', 'yaml/complex-key 1:5-1:6'],
  ['a percent sign in front', 'b: %70', 'yaml/needs-quotes 1:4-1:7'],
  ['a name with an at sign', 'b: @c/d', 'yaml/needs-quotes 1:4-1:8'],
  ['a back quote', 'b: `c`', 'yaml/needs-quotes 1:4-1:7'],
  ['a star in front', 'b: *.example.com', 'yaml/unknown-alias 1:4-1:17'],
  ['a backslash between double quotes', 'b: "\\d+"', 'yaml/bad-escape 1:5-1:7'],
  ['text behind a pipe', 'b: | c', 'yaml/block-text 1:4-1:7'],
  ['a tag', 'b: !Ref c', 'yaml/tag 1:4-1:8'],
  ['an anchor for an alias', 'a: &x 1\nb: &y *x', 'yaml/bad-anchor 2:4-2:6'],
  ['a merge key', 'b:\n  <<: {c: 1}', 'yaml/merge-key 2:3-2:5'],
];

/** The finding, some lines further down. */
function lower(found: string, lines: number): string {
  return found.replace(/(\d+):(\d+)/g, (_, line, column) => `${Number(line) + lines}:${column}`);
}

describe('one slip gives one finding', () => {
  it.each(slips)('%s, in the first lines', (_, text, found) => {
    // A slip in the first key can make the parser see no map, so the code may differ; the place does not.
    const [first, ...rest] = findings(`${text}\nz: 1\n`);
    expect(first?.replace(/.* (\d+):.*/, '$1')).toBe(found.replace(/.* (\d+):.*/, '$1'));
    expect(rest).toEqual([]);
  });

  it.each(slips)('%s, between other lines', (_, text, found) => {
    expect(findings(`y: 1\n${text}\nz:\n  w: 2\n`)).toEqual([lower(found, 1)]);
  });

  it.each(slips)('%s, with Windows line ends', (_, text, found) => {
    expect(findings(`y: 1\n${text}\nz:\n  w: 2\n`.replaceAll('\n', '\r\n'))).toEqual([lower(found, 1)]);
  });

  it.each(slips)('%s, in a deeper map', (_, text, found) => {
    const deeper = `y:\n  x: 1\n${text.replace(/^/gm, '  ')}\n  z: 2\nw: 3\n`;
    // Where a tab stands does not matter; that it is the one finding does.
    const codes = parseYaml(FILE, deeper).diagnostics.map(({ code }) => code);
    expect(codes).toEqual([found.split(' ')[0]]);
  });
});

describe('two slips far apart give both findings', () => {
  const quiet = 'm:\n  n: 1\no: [p, q]\nr: "s"\n';
  const lines = (text: string) => text.split('\n').length - 1;

  it.each(slips)('%s, before a missing colon', (_, text, found) => {
    const before = `y: 1\n${text}\n${quiet}`;
    expect(findings(`${before}t 1\nu: 1\n`)).toEqual([
      lower(found, 1),
      lower('yaml/missing-colon 1:1-1:4', lines(before)),
    ]);
  });

  it.each(slips)('%s, behind a list on the line of its key', (_, text, found) => {
    const before = `t: - u\n${quiet}`;
    expect(findings(`${before}${text}\n`)).toEqual([
      'yaml/list-on-key-line 1:4-1:5',
      lower(found, lines(before)),
    ]);
  });
});

it('says nothing about the lines behind a slip that stand for something else', () => {
  const { diagnostics } = parseYaml(FILE, 'a: "b\nc: {d: 1\ne: f: g\nh:\n\ti: 1\nj 1\n');
  expect(diagnostics.map(finding)).toEqual([
    'yaml/unclosed-quote 1:4-1:6',
    'yaml/unclosed-bracket 2:4-2:5',
    'yaml/nested-on-one-line 3:4-3:5',
    'yaml/tab 5:1-5:2',
    'yaml/missing-colon 6:1-6:4',
  ]);
});
