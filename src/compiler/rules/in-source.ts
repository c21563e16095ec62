import { type Diagnostic, isSpan, type Place } from '../diagnostic.ts';
import type { Cell, GroupCell } from '../resolve/cell.ts';
import type { SpecPath } from '../spec-path.ts';

/**
 * A finding of a rule, with its places as the source has them: rules see unordered lists sorted, so that item 0 of
 * the model may be the last one that was written.
 */
export function inSource(diagnostic: Diagnostic, cells: GroupCell): Diagnostic {
  const { at, related } = diagnostic;
  return {
    ...diagnostic,
    ...(at ? { at: placeInSource(at, cells) } : {}),
    ...(related ? { related: related.map((each) => ({ ...each, at: placeInSource(each.at, cells) })) } : {}),
  };
}

function placeInSource(place: Place, cells: GroupCell): Place {
  return isSpan(place) ? place : { ...place, path: pathInSource(place.path, cells) };
}

function pathInSource(path: SpecPath, cells: GroupCell): SpecPath {
  let cell: Cell | undefined = cells;
  for (const [depth, part] of path.entries()) {
    if (cell?.kind === 'leaf') {
      const position = cell.positions?.[Number(part)];
      return position === undefined ? path : [...path.slice(0, depth), String(position)];
    }
    cell = cell?.entries.get(part);
  }
  return path;
}
