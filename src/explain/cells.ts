import type { Cell, GroupCell, LeafCell } from '../compiler/resolve/cell.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import { invariant } from '../util/invariant.ts';

export function cellAt(root: GroupCell, path: SpecPath): Cell | undefined {
  let cell: Cell | undefined = root;
  for (const part of path) cell = cell?.kind === 'leaf' ? undefined : cell?.entries.get(part);
  return cell;
}

export function leafCells(cell: Cell): readonly LeafCell[] {
  return cell.kind === 'leaf' ? [cell] : [...cell.entries.values()].flatMap(leafCells);
}

/** The cells with another one at the path, or none there; every other cell is the same. */
export function withCell(root: GroupCell, path: SpecPath, cell: Cell | undefined): GroupCell {
  const changed = replaced(root, path, cell);
  invariant(changed && changed.kind !== 'leaf', 'the root stays');
  return changed;
}

function replaced(current: Cell | undefined, path: SpecPath, cell: Cell | undefined): Cell | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return cell;
  invariant(current && current.kind !== 'leaf', `a group holds ${part}`);
  const entries = new Map(current.entries);
  const child = replaced(entries.get(part), rest, cell);
  if (child) entries.set(part, child);
  else entries.delete(part);
  return { ...current, entries };
}
