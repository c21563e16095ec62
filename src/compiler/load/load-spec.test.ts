import { describe, expect, it } from 'vitest';
import type { SourceEntry, SourceMap, SourceNode } from '../source-tree.ts';
import { extendsAdvice } from './load-messages.ts';
import { loadSpec } from './load-spec.ts';
import type { ReadProblem, SpecFiles } from './spec-files.ts';
import { FILE, finding, plain } from './testing/reading.ts';

/** Files in memory; a value with an exclamation mark in front is a problem instead of a text. */
function filesOf(texts: Record<string, string>): SpecFiles {
  return {
    read(path) {
      const text = texts[path];
      if (text === undefined) return { problem: 'missing', detail: '' };
      if (text.startsWith('!')) return { problem: text.slice(1) as ReadProblem, detail: 'says the system' };
      return { text };
    },
  };
}

const load = (texts: Record<string, string>) => loadSpec(FILE, filesOf(texts));

/** The child and its parents, nearest first, as one value. */
function merged(child: string, ...parents: string[]): unknown {
  const names = [FILE, ...parents.map((_, index) => `specs/parent-${index}.yaml`)];
  const link = (index: number) => (index < parents.length ? `extends: ./parent-${index}.yaml\n` : '');
  const texts = [child, ...parents].map((text, index) => `${link(index)}${text}`);
  const { value, diagnostics } = load(
    Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ''])),
  );
  expect(diagnostics.map(finding)).toEqual([]);
  const { extends: _, ...rest } = plain(value?.root) as Record<string, unknown>;
  return rest;
}

const cases: ReadonlyArray<readonly [texts: Record<string, string>, ...found: string[]]> = [
  [{}, 'file/missing'],
  [{ [FILE]: '!not-a-file' }, 'file/not-a-file'],
  [{ [FILE]: '!outside' }, 'file/outside'],
  [{ [FILE]: '!too-large' }, 'file/too-large'],
  [{ [FILE]: '!symlink' }, 'file/symlink'],
  [{ [FILE]: '!unreadable' }, 'file/unreadable'],
  ...(['missing', 'not-a-file', 'outside', 'too-large', 'symlink', 'unreadable'] as const).map(
    (problem) =>
      [
        {
          [FILE]: 'a: 1\nextends: ./base.yaml\n',
          ...(problem !== 'missing' && { 'specs/base.yaml': `!${problem}` }),
        },
        `extends/${problem} 2:10-2:21`,
      ] as const,
  ),
  [{ [FILE]: 'extends: [a.yaml, b.yaml]' }, 'extends/not-a-path 1:10-1:26'],
  [{ [FILE]: 'extends:\n  a: 1\n  b: 2\n' }, 'extends/not-a-path 2:3-2:4'],
  [{ [FILE]: 'extends: 1\n' }, 'extends/not-a-path 1:10-1:11'],
  [{ [FILE]: 'extends:\n' }, 'extends/not-a-path 1:9-1:9'],
  [{ [FILE]: 'extends: ""\n' }, 'extends/not-a-path 1:10-1:12'],
  [{ [FILE]: 'extends: ../base.yaml\n', 'base.yaml': 'a: 1' }, 'extends/outside 1:10-1:22'],
  [{ [FILE]: 'extends: ./prod.yaml\n' }, 'extends/cycle 1:10-1:21'],
  [
    { [FILE]: 'extends: ./a.yaml\n', 'specs/a.yaml': 'x: 1\nextends: "./prod.yaml"\n' },
    'extends/cycle specs/a.yaml:2:10-2:23',
  ],
  [
    {
      [FILE]: 'extends: p0.yaml\n',
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, index) => [`specs/p${index}.yaml`, `extends: p${index + 1}.yaml\n`]),
      ),
    },
    'extends/too-deep specs/p7.yaml:1:10-1:17',
  ],
  // One run lists the mistakes of all files, the child's first.
  [
    {
      [FILE]: 'extends: a.yaml\nb 1\n',
      'specs/a.yaml': 'extends: b.yaml\nc: d: e\n',
      'specs/b.yaml': '- x\n',
    },
    'yaml/missing-colon 2:1-2:4',
    'yaml/nested-on-one-line specs/a.yaml:2:4-2:5',
    'yaml/root-not-map specs/b.yaml:1:3-1:4',
  ],
];

describe('every finding about files', () => {
  it.each(cases.map(([texts, ...found]) => ({ texts, found })))('$found in $texts', ({ texts, found }) => {
    expect(load(texts).diagnostics.map(finding)).toEqual(found);
  });

  it('has a case above', () => {
    const covered = new Set(cases.flatMap(([, ...found]) => found.map((each) => each.split(' ')[0])));
    expect(Object.keys(extendsAdvice).filter((code) => !covered.has(code))).toEqual([]);
  });

  it('says what the system says', () => {
    const [diagnostic] = load({ [FILE]: '!unreadable' }).diagnostics;
    expect(diagnostic?.message).toBe('the spec "specs/prod.yaml" cannot be read: says the system');
  });

  it('names the whole circle and every step of it', () => {
    const texts = {
      [FILE]: 'extends: a.yaml',
      'specs/a.yaml': 'extends: b.yaml',
      'specs/b.yaml': 'extends: a.yaml',
    };
    const [cycle] = load(texts).diagnostics;
    expect(cycle?.message).toBe('the files extend each other: specs/a.yaml → specs/b.yaml → specs/a.yaml');
    expect(cycle?.related?.map(({ at }) => 'file' in at && at.file)).toEqual(['specs/a.yaml']);
  });
});

describe('a child over its parents', () => {
  it.each<[what: string, chain: [child: string, ...parents: string[]], value: unknown]>([
    ['replaces scalars', ['a: 1', 'a: 2\nb: 3'], { a: 1, b: 3 }],
    ['replaces lists as a whole', ['a: [x]', 'a: [y, z]'], { a: ['x'] }],
    ['replaces a list with none', ['a: []', 'a: [y, z]'], { a: [] }],
    [
      'merges maps at every depth',
      ['a: {b: {c: 1}}', 'a: {b: {c: 2, d: 3}, e: 4}'],
      { a: { b: { c: 1, d: 3 }, e: 4 } },
    ],
    ['keeps what an empty map says nothing about', ['a: {}', 'a: {b: 1}'], { a: { b: 1 } }],
    ['replaces a map by a scalar', ['a: 1', 'a: {b: 1}'], { a: 1 }],
    ['replaces a scalar by a map', ['a: {b: 1}', 'a: 1'], { a: { b: 1 } }],
    ['replaces a list by a map', ['a: {b: 1}', 'a: [1]'], { a: { b: 1 } }],
    ['deletes with null', ['a: null', 'a: {b: 1}\nc: 2'], { c: 2 }],
    ['deletes nothing with an empty value', ['a: {b: }', 'a: {b: 1, c: 2}'], { a: { b: null, c: 2 } }],
    ['deletes the last key and keeps the map', ['a: {b: ~}', 'a: {b: 1}'], { a: {} }],
    [
      'keeps a null that deletes nothing',
      ['a: null\nb: {c: null}', 'd: 1'],
      { a: null, b: { c: null }, d: 1 },
    ],
    ['sets again what a parent deleted', ['a: {c: 1}', 'a: null', 'a: {b: 1}'], { a: { c: 1 } }],
    ['deletes what a grandparent said', ['a: null', 'b: 1', 'a: 2'], { b: 1 }],
    [
      'takes the nearest of several',
      ['x: 1', 'a: 2', 'a: 3\nb: 3', 'a: 4\nb: 4\nc: 4'],
      { x: 1, a: 2, b: 3, c: 4 },
    ],
    ['inherits no environment', ['a: 1', 'environment: prod'], { a: 1 }],
    [
      'inherits no environment from further up',
      ['environment: prod', 'a: 1', 'environment: x'],
      { environment: 'prod', a: 1 },
    ],
    ['keeps its own environment', ['environment: prod', 'environment: base'], { environment: 'prod' }],
  ])('%s', (_, chain, value) => {
    expect(merged(...chain)).toEqual(value);
  });

  it('puts the parent keys first, then the new ones', () => {
    expect(Object.keys(merged('c: 1\nb: 1\nd: 1', 'a: 1\nb: 2') as object)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the origin of an entry', () => {
  const entryAt = (root: SourceMap, ...path: string[]): SourceEntry | undefined => {
    let entry: SourceEntry | undefined;
    let node: SourceNode = root;
    for (const key of path) {
      entry = node.kind === 'map' ? node.entries.get(key) : undefined;
      if (entry) node = entry.value;
    }
    return entry;
  };
  const history = (entry: SourceEntry | undefined): unknown[] =>
    entry ? [[entry.value.span.file, plain(entry.value)], ...history(entry.previous)] : [];

  it('is every value it replaced, nearest first, each in its own file', () => {
    const { value } = load({
      [FILE]: 'extends: a.yaml\nx: {y: 1}\nn: 7\n',
      'specs/a.yaml': 'extends: b.yaml\nx: {y: 2}\n',
      'specs/b.yaml': 'x: {y: [3], z: 4}\n',
    });
    const root = value?.root as SourceMap;
    expect(history(entryAt(root, 'x', 'y'))).toEqual([
      [FILE, 1],
      ['specs/a.yaml', 2],
      ['specs/b.yaml', [3]],
    ]);
    expect(history(entryAt(root, 'x', 'z'))).toEqual([['specs/b.yaml', 4]]);
    expect(history(entryAt(root, 'n'))).toEqual([[FILE, 7]]);
    expect(entryAt(root, 'x')).not.toHaveProperty('previous');
    expect(entryAt(root, 'x')?.keySpan.file).toBe(FILE);
  });

  it('comes with the text of every file, without byte order mark', () => {
    const texts = { [FILE]: '\ufeffextends: a.yaml', 'specs/a.yaml': 'b 1' };
    expect([...(load(texts).value?.texts ?? [])]).toEqual([
      [FILE, 'extends: a.yaml'],
      ['specs/a.yaml', 'b 1'],
    ]);
  });

  it('is there beside the mistakes of a parent, but not without a map', () => {
    expect(plain(load({ [FILE]: 'extends: a.yaml\nb: 1', 'specs/a.yaml': '- c' }).value?.root)).toEqual({
      extends: 'a.yaml',
      b: 1,
    });
    expect(load({ [FILE]: '- c' }).value).toBeUndefined();
  });
});
