import type { Cell, LeafCell } from '../compiler/resolve/cell.ts';

/** Cells that are only in one of the two or say something else, groups when they are there or not. */
export function differences(before: Cell, after: Cell): readonly Cell[] {
  if (before === after) return [];
  if (before.kind === 'leaf' && after.kind === 'leaf') return spell(before) === spell(after) ? [] : [after];
  if (before.kind === 'leaf' || after.kind === 'leaf') return [...allCells(before), ...allCells(after)];
  const keys = new Set([...before.entries.keys(), ...after.entries.keys()]);
  return [...keys].flatMap((key) => {
    const [old, now] = [before.entries.get(key), after.entries.get(key)];
    if (old && now) return differences(old, now);
    const cell = (old ?? now) as Cell;
    // One item more or less is a change of the map.
    return [...allCells(cell), ...(before.kind === 'section' ? [] : [after])];
  });
}

function spell({ written, value }: LeafCell): string {
  return JSON.stringify([written, value]);
}

function allCells(cell: Cell): readonly Cell[] {
  return cell.kind === 'leaf' ? [cell] : [cell, ...[...cell.entries.values()].flatMap(allCells)];
}
