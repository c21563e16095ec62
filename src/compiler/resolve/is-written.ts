import type { SpecPath } from '../spec-path.ts';
import type { Cell, GroupCell } from './cell.ts';

/** Whether a person wrote the value at the path, in the environment's file or in one that it extends. */
export function isWritten(root: GroupCell, path: SpecPath): boolean {
  let cell: Cell | undefined = root;
  for (const part of path) cell = cell?.kind === 'leaf' ? undefined : cell?.entries.get(part);
  if (cell?.kind !== 'leaf') return false;
  return cell.origin.kind === 'set' || cell.origin.kind === 'inherited' || cell.origin.kind === 'overrode';
}
