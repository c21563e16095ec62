import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, GroupCell, LeafCell } from '../compiler/resolve/cell.ts';
import { pathKey, type SpecPath } from '../compiler/spec-path.ts';
import { leafChanges } from './leaf-changes.ts';

type Tree = string | number | boolean | readonly string[] | { readonly [key: string]: Tree };

const { tree } = fc.letrec<{ tree: Tree; group: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Tree>('a', 'b', 'true', true, false, 1, '1', ['a', 'b'], ['a, b'], []),
    tie('group'),
  ),
  group: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'extends'), tie('tree'), { maxKeys: 3 }),
}));
const root = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tree, { maxKeys: 4 });

function cellOf(value: Tree, path: SpecPath = []): Cell {
  if (typeof value === 'object' && !Array.isArray(value)) {
    const entries = Object.entries(value).map(
      ([key, child]) => [key, cellOf(child, [...path, key])] as const,
    );
    return { kind: 'map', path, entries: new Map(entries) };
  }
  const written = value as LeafCell['written'];
  return { kind: 'leaf', path, written, value: written, origin: { kind: 'default', why: 'a test' } };
}

const groupOf = (value: Tree) => cellOf(value) as GroupCell;

/** Everything that a tree means: its values, and its groups without any. */
function meaning(cell: Cell, into = new Map<string, string>()): Map<string, string> {
  if (cell.kind === 'leaf') into.set(pathKey(cell.path), JSON.stringify(cell.written));
  else if (cell.entries.size === 0 && cell.path.length > 0) into.set(pathKey(cell.path), '{}');
  else for (const child of cell.entries.values()) meaning(child, into);
  return into;
}

describe('leafChanges', () => {
  it('finds nothing between a tree and itself, in any order of its keys', () => {
    fc.assert(
      fc.property(root, (tree) => {
        const turned = Object.fromEntries(Object.entries(tree).reverse());
        expect(leafChanges(groupOf(tree), groupOf(turned))).toEqual([]);
      }),
    );
  });

  it('finds something between any two trees that mean something else', () => {
    fc.assert(
      fc.property(root, root, (one, other) => {
        const [was, is] = [groupOf(one), groupOf(other)];
        const isSame = JSON.stringify([...meaning(was)].sort()) === JSON.stringify([...meaning(is)].sort());
        expect(leafChanges(was, is).length === 0).toBe(isSame);
      }),
    );
  });

  it('finds the same the other way round, with the sides exchanged', () => {
    fc.assert(
      fc.property(root, root, (one, other) => {
        const [was, is] = [groupOf(one), groupOf(other)];
        const sides = (from: GroupCell, to: GroupCell, isTurned: boolean) =>
          leafChanges(from, to)
            .map(({ path, before, after }) =>
              JSON.stringify([
                path,
                ...(isTurned ? [after?.text, before?.text] : [before?.text, after?.text]),
              ]),
            )
            .sort();
        expect(sides(is, was, true)).toEqual(sides(was, is, false));
      }),
    );
  });

  it('makes the newer tree of the older one when its changes are applied', () => {
    fc.assert(
      fc.property(root, root, (one, other) => {
        const [was, is] = [groupOf(one), groupOf(other)];
        const made = meaning(was);
        for (const { path, after } of leafChanges(was, is)) {
          if (!after) made.delete(pathKey(path));
          else made.set(pathKey(path), after.cell ? JSON.stringify(after.cell.written) : '{}');
        }
        // A group that got entries, or lost its last one, is told by those.
        const withoutEmpty = (values: Map<string, string>) =>
          [...values].filter(([, text]) => text !== '{}').sort();
        expect(withoutEmpty(made)).toEqual(withoutEmpty(meaning(is)));
      }),
    );
  });

  it('names the outermost group that came or went', () => {
    const changes = leafChanges(groupOf({ a: {} }), groupOf({ a: { b: { c: 1, d: { e: 2 } } } }));
    expect(changes.map(({ path, group }) => [path.join('.'), group?.join('.')])).toEqual([
      ['a.b.c', 'a.b'],
      ['a.b.d.e', 'a.b'],
    ]);
  });
});
