import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyEdits } from './apply-edits.ts';
import { changeSpec } from './change-spec.ts';
import type { NewValue } from './new-value.ts';
import { removeKey } from './remove-key.ts';
import { setValue } from './set-value.ts';
import { type Leaf, pathsOf, type Tree, taste, tree, write } from './testing/styled-yaml.ts';

const RUNS = { numRuns: 250 };
const newValue: fc.Arbitrary<NewValue> = fc.oneof(
  fc.constantFrom<NewValue>(
    'db.r6g.4xlarge',
    '400GiB',
    '1.30',
    'yes',
    '',
    'o\'clock: "x" # y',
    '012',
    true,
    null,
    ['a', 'b, c'],
  ),
  fc.integer({ min: 0, max: 100_000 }),
);

/** Another reader than the one that the edits are proved with. */
const read = (text: string): Tree => parse(text.replace(/^\ufeff/, ''), { uniqueKeys: true }) as Tree;

/** The tree with the value in place of what is there, made without any of the code under test. */
function changed(map: Tree, [key = '', ...rest]: readonly string[], value: unknown): Tree {
  if (rest.length === 0) return { ...map, [key]: value as Leaf };
  const below = map[key];
  const isMap = typeof below === 'object' && below !== null && !Array.isArray(below);
  return { ...map, [key]: changed(isMap ? (below as Tree) : {}, rest, value) };
}

describe('setting a value', () => {
  it('that is there changes it, and nothing else', () => {
    fc.assert(
      fc.property(tree, taste, fc.nat(), newValue, (root, choices, pick, value) => {
        const text = write(root, choices);
        const leaves = pathsOf(root).filter(
          ([, there]) => typeof there !== 'object' || there === null || Array.isArray(there),
        );
        const [path] = leaves[pick % leaves.length] ?? [];
        if (!path) return;
        const { value: edits, diagnostics } = setValue({ file: 's.yaml', text }, path, value);
        expect(diagnostics, text).toEqual([]);
        const after = applyEdits(text, edits ?? []);
        expect(read(after), text).toEqual(changed(root, path, value));
      }),
      RUNS,
    );
  });

  it('that is not there adds its key, and changes nothing else', () => {
    fc.assert(
      fc.property(
        tree,
        taste,
        fc.nat(),
        newValue,
        fc.constantFrom(['new'], ['new', 'deep'], ['a new', 'one', 'more']),
        (root, choices, pick, value, names) => {
          const text = write(root, choices);
          const maps: (readonly string[])[] = [
            [],
            ...pathsOf(root)
              .filter(([, there]) => typeof there === 'object' && there !== null && !Array.isArray(there))
              .map(([path]) => path),
          ];
          const path = [...(maps[pick % maps.length] ?? []), ...names];
          const { value: edits, diagnostics } = setValue({ file: 's.yaml', text }, path, value);
          expect(diagnostics, text).toEqual([]);
          const after = applyEdits(text, edits ?? []);
          expect(read(after), text).toEqual(changed(root, path, value));
          // Nothing is lost: the old text is what is left without the inserted stretches.
          expect(edits?.every(({ span }) => span.start.offset === span.end.offset)).toBe(true);
          expect(/\r\n/.test(text) ? /(?<!\r)\n/.test(after) : /\r/.test(after), 'line endings').toBe(false);
        },
      ),
      RUNS,
    );
  });

  it('twice is once, and another one in between is forgotten', () => {
    fc.assert(
      fc.property(tree, taste, fc.nat(), newValue, newValue, (root, choices, pick, value, other) => {
        const text = write(root, choices);
        const paths = pathsOf(root);
        const [path = [], there] = paths[pick % paths.length] ?? [];
        if (typeof there === 'object' && there !== null && !Array.isArray(there)) return;
        const set = (from: string, what: NewValue) =>
          changeSpec({ file: 's.yaml', text: from }, [{ path, value: what }]).text;
        const once = set(text, value);
        expect(once && set(once, value)).toBe(once);
        const between = set(text, other);
        const again = between === undefined ? undefined : set(between, value);
        if (again !== undefined) expect(read(again)).toEqual(read(once as string));
      }),
      RUNS,
    );
  });
});

describe('removing a key', () => {
  it('takes it out, and what was added is gone without a trace', () => {
    fc.assert(
      fc.property(tree, taste, fc.nat(), (root, choices, pick) => {
        const text = write(root, choices);
        const maps: (readonly string[])[] = [
          [],
          ...pathsOf(root)
            .filter(([, there]) => typeof there === 'object' && there !== null && !Array.isArray(there))
            .map(([path]) => path),
        ];
        const path = [...(maps[pick % maps.length] ?? []), 'new'];
        const added = changeSpec({ file: 's.yaml', text }, [{ path, value: 7 }]).text as string;
        const { value: edits, diagnostics } = removeKey({ file: 's.yaml', text: added }, path);
        if (edits === undefined) {
          expect(diagnostics).toMatchObject([{ code: 'edit/comment-in-the-way' }]);
          return;
        }
        expect(read(applyEdits(added, edits)), added).toEqual(root);
      }),
      RUNS,
    );
  });
});

describe('any text', () => {
  it('is edited or refused, and never thrown at', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '&x ',
      '*x',
      '"',
      "'",
      '#',
      '|',
      '\r\n',
      'b',
      '1',
      '~',
      '? ',
      '!t ',
      '---\n',
      '\t',
      ':',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.constantFrom(['a'], ['a', 'b'], ['b', 'a', 'a'], ['a', '0']),
        newValue,
        (pieces, path, value) => {
          const text = pieces.join('');
          const { value: edits, diagnostics } = setValue({ file: 's.yaml', text }, path, value);
          if (edits === undefined) expect(diagnostics.length).toBeGreaterThan(0);
          else expect(() => read(applyEdits(text, edits))).not.toThrow();
          removeKey({ file: 's.yaml', text }, path);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
