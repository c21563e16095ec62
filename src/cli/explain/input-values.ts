import type { ResolvedSpec } from '../../compiler/compile.ts';
import { findSpan } from '../../compiler/load/find-span.ts';
import type { Cell } from '../../compiler/resolve/cell.ts';
import { isWritten } from '../../compiler/resolve/is-written.ts';
import { formatPath, type SpecPath } from '../../compiler/spec-path.ts';
import { perMinute } from '../../traffic/per-minute.ts';
import { placesIn } from '../capacity/places.ts';

/** Lines of a table: each path with its value and where it is said. */
export function inputLines(spec: ResolvedSpec, inputs: readonly SpecPath[]): readonly string[] {
  const lines = inputsOf(spec, inputs).map(({ path, value, place }) => [path, value, place] as const);
  const widths = [0, 1].map((column) => Math.max(0, ...lines.map((line) => line[column]!.length)));
  return lines.map(
    ([path, value, place]) => `  ${path.padEnd(widths[0]!)}  ${value.padEnd(widths[1]!)}  ${place}`,
  );
}

/** The same for tools. */
export function inputsOf(spec: ResolvedSpec, inputs: readonly SpecPath[]) {
  const { text: placeOf } = placesIn(spec);
  return inputs.map((path) => {
    const cell = cellAt(spec.cells, path);
    // Of a section that somebody has begun, the place is where it begins.
    const { file, start } = findSpan(spec.document, { path });
    const isBegun = cell !== undefined && cell.kind !== 'leaf' && hasWritten(cell, spec);
    return {
      path: formatPath(path),
      value: shorten(textOf(cell) ?? '–'),
      place: isBegun ? `${file}:${start.line}` : placeOf(path),
    };
  });
}

function hasWritten(cell: Cell, { cells }: Pick<ResolvedSpec, 'cells'>): boolean {
  if (cell.kind === 'leaf') return isWritten(cells, cell.path);
  return [...cell.entries.values()].some((entry) => hasWritten(entry, { cells }));
}

function cellAt(root: Cell, path: SpecPath): Cell | undefined {
  let cell: Cell | undefined = root;
  for (const part of path) cell = cell?.kind === 'leaf' ? undefined : cell?.entries.get(part);
  return cell;
}

/** As a person would write it; undefined for what is not there. */
function textOf(cell: Cell | undefined): string | undefined {
  if (!cell) return undefined;
  if (cell.kind !== 'leaf') {
    const entries = [...cell.entries].flatMap(([key, entry]) => {
      const value = textOf(entry);
      return value === undefined ? [] : [`${key}: ${value}`];
    });
    return entries.length === 0 ? undefined : `{${entries.join(', ')}}`;
  }
  const { written, value } = cell;
  // The spec may say requests per second; formulas have minutes.
  if (typeof value === 'number' && /(?:rps|\/min)$/.test(String(written))) return perMinute(value);
  if (written === undefined) return undefined;
  return Array.isArray(written) ? written.join(', ') : String(written);
}

const LONGEST = 60;

function shorten(value: string): string {
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
}
