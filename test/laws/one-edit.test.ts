import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findSpan } from '../../src/compiler/load/find-span.ts';
import type { Cell, LeafCell } from '../../src/compiler/resolve/cell.ts';
import { formatPath } from '../../src/compiler/spec-path.ts';
import { compileFile, errorsOf, treeOf } from '../support/compile-folder.ts';

// A reviewer reads the difference of the generated files: what is one edit in the spec must be one there.
const FILE = 'specs/prod.yaml';
const BASE = 'specs/base.yaml';

/** Values that say how much: a change of them is what people review every day. */
const numbers = leavesOf(compileFile(FILE).spec!.cells).filter(
  ({ written, origin }) =>
    (origin.kind === 'set' || origin.kind === 'inherited' || origin.kind === 'overrode') &&
    doubled(written) !== undefined,
);

describe('one edit of a number', () => {
  it('is tried for every number of the sample', () => {
    expect(numbers.length).toBeGreaterThan(15);
  });

  it.each(numbers.map((leaf) => [formatPath(leaf.path), leaf] as const))(
    '%s changes at most 3 lines of one file',
    async (_, leaf) => {
      const before = await treeOf(FILE);
      const edited = edit(leaf);
      const compiled = compileFile(FILE, edited);
      // What the rules refuse has no output to compare; a maximum may not fall below its minimum, for instance.
      if (errorsOf(compiled).length > 0) return;
      const after = await treeOf(FILE, edited);
      const files = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
      expect([...after.keys()]).toEqual([...before.keys()]);
      expect(files.length).toBeLessThanOrEqual(1);
      for (const path of files)
        expect(changedLines(before.get(path)!, after.get(path)!)).toBeLessThanOrEqual(3);
    },
  );
});

function leavesOf(cell: Cell): readonly LeafCell[] {
  return cell.kind === 'leaf' ? [cell] : [...cell.entries.values()].flatMap(leavesOf);
}

/** The same value twice as large, where that means something. */
function doubled(written: unknown): string | undefined {
  if (typeof written === 'number') return String(written * 2 + (written === 0 ? 1 : 0));
  const match = typeof written === 'string' ? /^([0-9]+)(m|Mi|Gi|GiB|TiB|%|s|h|d)$/.exec(written) : null;
  return match ? `${Number(match[1]) * 2}${match[2]}` : undefined;
}

function edit(leaf: LeafCell): ReadonlyMap<string, string> {
  const { start, end, file } = findSpan(compileFile(FILE).spec!.document, { path: leaf.path });
  const text = readFileSync(file, 'utf8');
  const quote = text[start.offset] === '"' ? '"' : '';
  const edited = text.slice(0, start.offset) + quote + doubled(leaf.written) + quote + text.slice(end.offset);
  expect([FILE, BASE]).toContain(file);
  return new Map([[file, edited]]);
}

function changedLines(before: string, after: string): number {
  const a = before.split('\n');
  const b = after.split('\n');
  // No line is added or removed by the edit of a number, so lines can be compared one by one.
  expect(b.length).toBe(a.length);
  return a.filter((line, index) => line !== b[index]).length;
}
