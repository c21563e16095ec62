import type { Cell, LeafCell } from '../compiler/resolve/cell.ts';
import { pathKey, type SpecPath } from '../compiler/spec-path.ts';
import { cellAt, leafCells, withCell } from './cells.ts';
import type { Changes } from './changes.ts';
import type { EnvironmentTrace } from './environment-trace.ts';
import { type Influence, influenceOf, once } from './influence.ts';
import { influenceOfList } from './influence-of-list.ts';
import { renamings } from './renamings.ts';

export const SEARCHES = ['values', 'absences', 'keys'] as const;
export type Search = (typeof SEARCHES)[number];

export const INFLUENCES: Readonly<
  Record<Search, (trace: EnvironmentTrace, part: string) => readonly Influence[]>
> = { values, absences, keys };

function values(trace: EnvironmentTrace, part: string): readonly Influence[] {
  const { reads } = trace.part(part);
  return leafCells(trace.spec.cells)
    .filter(({ path, value }) => value !== undefined && reads.has(pathKey(path)))
    .map(({ path, written }) =>
      Array.isArray(written)
        ? influenceOfList(trace, part, path, written)
        : influenceOf(trace, part, path, () => changesOfPart(trace, part, path, 0, 1)),
    );
}

/**
 * What a place that nobody wrote would do, and a section that is there without need. More of the values that are
 * there are tried as well, before an attribute is said to have no origin: the nearest shows where a value goes, the
 * others where it decides.
 */
function absences(trace: EnvironmentTrace, part: string): readonly Influence[] {
  const { cells } = trace.spec;
  return [...trace.part(part).reads.keys()].flatMap((key): Influence[] => {
    const path = JSON.parse(key) as SpecPath;
    const cell = cellAt(cells, path);
    const tried = (first: number, end: number) =>
      influenceOf(trace, part, path, () => changesOfPart(trace, part, path, first, end));
    if (!isThere(cell)) return [{ ...tried(0, 1), isAbsent: true }];
    if (cell?.kind === 'leaf')
      return [
        influenceOf(trace, part, path, () => [
          ...changesOfPart(trace, part, path, 1, 3),
          ...changesByExample(trace, part, cell),
        ]),
      ];
    const field = trace.fieldAt(path);
    if (cell?.kind !== 'section' || path.length < 2 || field?.fallback.kind === 'required') return [];
    return [
      influenceOf(trace, part, path, () => {
        const changes = trace.changesOfPart(part, trace.cellsWithout(path));
        return changes ? [changes] : [];
      }),
    ];
  });
}

function keys(trace: EnvironmentTrace, part: string): readonly Influence[] {
  const { elements, reads } = trace.part(part);
  const before = [...elements];
  return renamings(trace.spec.cells, trace.language).flatMap(({ path, cellsOf }): Influence[] => {
    const inside = `${pathKey(path).slice(0, -1)},`;
    if (![...reads.keys()].some((read) => read === pathKey(path) || read.startsWith(inside))) return [];
    const after = once(() => [...(trace.lowered(part, cellsOf())?.values() ?? [])]);
    return [
      {
        path,
        effectOn(element, attribute) {
          if (before.length !== after().length) return undefined;
          const index = before.findIndex(([key]) => key === element);
          const old = before[index]?.[1].attributes.get(attribute);
          const now = after()[index]?.attributes.get(attribute);
          return old && now?.value !== old.value ? 'key' : undefined;
        },
      },
    ];
  });
}

/** What other values at the path do to a part, from the `first` that the part takes to the one before `end`. */
function changesOfPart(
  trace: EnvironmentTrace,
  part: string,
  path: SpecPath,
  first: number,
  end: number,
): readonly Changes[] {
  const found: Changes[] = [];
  let taken = 0;
  for (const value of trace.alternatives(path)) {
    if (taken === end) break;
    const cells = trace.tryCells(() => trace.cellsWith(path, value));
    const changes = cells && trace.changesOfPart(part, cells);
    if (!changes) continue;
    if (taken >= first) found.push(changes);
    taken += 1;
  }
  return found;
}

/**
 * An example of the field, which is surely right: most texts like the name of a time zone name none. Items may have to
 * agree, such as schedules about their time zone, so that all that say the same are changed together.
 */
function changesByExample(trace: EnvironmentTrace, part: string, leaf: LeafCell): readonly Changes[] {
  const field = trace.fieldAt(leaf.path);
  if (field?.form.kind !== 'text' || field.form.choices || field.form.references) return [];
  const alike = leavesLike(trace, leaf);
  for (const value of field.examples) {
    if (value === leaf.written) continue;
    const cells = trace.tryCells(() =>
      alike.reduce(
        (all, { path }) => withCell(all, path, cellAt(trace.cellsWith(path, value), path)),
        trace.spec.cells,
      ),
    );
    const changes = cells && trace.changesOfPart(part, cells);
    if (changes) return [changes];
  }
  return [];
}

/** Leaves of the same key in other items that say the same, and itself. */
function leavesLike(trace: EnvironmentTrace, { path, written }: LeafCell): readonly LeafCell[] {
  const text = JSON.stringify(written);
  const isFree = path.map((_, index) => trace.fieldAt(path.slice(0, index))?.form.kind === 'map');
  return leafCells(trace.spec.cells).filter(
    (other) =>
      other.path.length === path.length &&
      other.path.every((step, index) => isFree[index] || step === path[index]) &&
      JSON.stringify(other.written) === text,
  );
}

/** A switched-off section is a leaf without a value. */
function isThere(cell: Cell | undefined): boolean {
  return cell !== undefined && !(cell.kind === 'leaf' && cell.value === undefined);
}
