import type { Cell, GroupCell } from '../compiler/resolve/cell.ts';
import { pathKey, type SpecPath } from '../compiler/spec-path.ts';
import { cellAt, leafCells } from './cells.ts';
import { type Changes, changesOf, type Effect, effectOn } from './changes.ts';
import type { EnvironmentTrace } from './environment-trace.ts';
import { renamings } from './renamings.ts';

/** A place of the spec that an attribute comes from. */
export interface AttributeOrigin {
  readonly path: SpecPath;
  /**
   * `value`: another value there is another value here. `presence`: it decides whether the attribute is there;
   * `block`: whether the whole block is. `key`: the name that the spec gives the item.
   */
  readonly effect: Effect | 'key';
  /** Nothing is written there, and something would change the attribute. */
  readonly isAbsent?: boolean;
}

/** What every attribute of an environment comes from. Each part is looked through once, when somebody asks. */
export class Origins {
  readonly #trace: EnvironmentTrace;
  readonly #known = new Map<string, readonly Influence[]>();

  constructor(trace: EnvironmentTrace) {
    this.#trace = trace;
  }

  /**
   * Values of the spec before what is not in it, and keys last: each kind is only asked for when the one before has
   * no answer.
   *
   * @returns in the order of the spec; none when nothing in the spec changes the attribute
   */
  of(element: string, attribute: string): readonly AttributeOrigin[] {
    const makers = this.#trace.makersOf(element);
    let fallback: readonly AttributeOrigin[] = [];
    const { value, isReference } = this.#trace.elements.get(element)?.attributes.get(attribute) ?? {};
    // Every reference changes with the name of what it refers to, which tells nothing.
    const isLive = isReference || (typeof value === 'string' && /^\$\{.*\}$/s.test(value));
    for (const search of isLive ? SEARCHES.slice(0, 2) : SEARCHES) {
      const found = this.#found(search, makers, element, attribute);
      const own = found.filter(({ effect }) => effect !== 'block');
      if (own.length > 0) return own;
      if (fallback.length === 0) fallback = found;
    }
    return fallback;
  }

  #found(
    search: Search,
    makers: readonly string[],
    element: string,
    attribute: string,
  ): readonly AttributeOrigin[] {
    const found = new Map<string, { origin: AttributeOrigin; makers: number }>();
    for (const maker of makers) {
      for (const { path, isAbsent, effectOn } of this.#influences(search, maker)) {
        const effect = effectOn(element, attribute);
        if (!effect) continue;
        const key = pathKey(path);
        const known = found.get(key);
        const origin = { path, effect, ...(isAbsent ? { isAbsent } : {}) };
        found.set(key, {
          origin: known && known.origin.effect !== 'block' ? known.origin : origin,
          makers: (known?.makers ?? 0) + 1,
        });
      }
    }
    // A block that two parts look up is only gone when neither asks for it any more.
    return [...found.values()].flatMap(({ origin, makers: count }) =>
      origin.effect !== 'block' || count === makers.length ? [origin] : [],
    );
  }

  #influences(search: Search, maker: string): readonly Influence[] {
    const key = `${search} ${maker}`;
    let known = this.#known.get(key);
    if (!known) {
      known = INFLUENCES[search](this.#trace, maker);
      this.#known.set(key, known);
    }
    return known;
  }
}

/** What another value at one place does to one part. */
interface Influence {
  readonly path: SpecPath;
  readonly isAbsent?: boolean;
  effectOn(element: string, attribute: string): Effect | 'key' | undefined;
}

const SEARCHES = ['values', 'absences', 'keys'] as const;
type Search = (typeof SEARCHES)[number];

const INFLUENCES: Readonly<Record<Search, (trace: EnvironmentTrace, part: string) => readonly Influence[]>> =
  { values, absences, keys };

function values(trace: EnvironmentTrace, part: string): readonly Influence[] {
  const reads = readsOf(trace, part);
  return leafCells(trace.spec.cells)
    .filter(({ path, value }) => value !== undefined && reads.has(pathKey(path)))
    .map(({ path }) => influenceOf(path, changesOfPart(trace, part, path, 0, 1)));
}

/**
 * What a place that nobody wrote would do, and a section that is there without need. More of the values that are
 * there are tried as well, before an attribute is said to have no origin: the nearest shows where a value goes, the
 * others where it decides.
 */
function absences(trace: EnvironmentTrace, part: string): readonly Influence[] {
  const { cells } = trace.spec;
  return [...readsOf(trace, part)].flatMap((key): Influence[] => {
    const path = JSON.parse(key) as SpecPath;
    const cell = cellAt(cells, path);
    if (!isThere(cell))
      return [{ ...influenceOf(path, changesOfPart(trace, part, path, 0, 1)), isAbsent: true }];
    if (cell?.kind === 'leaf') return [influenceOf(path, changesOfPart(trace, part, path, 1, 3))];
    const field = trace.fieldAt(path);
    if (cell?.kind !== 'section' || path.length < 2 || field?.fallback.kind === 'required') return [];
    const changes = changesInPart(trace, part, trace.cellsWithout(path));
    return changes ? [influenceOf(path, [changes])] : [];
  });
}

function keys(trace: EnvironmentTrace, part: string): readonly Influence[] {
  const reads = [...readsOf(trace, part)];
  const before = [...(trace.parts.get(part)?.elements ?? [])];
  return renamings(trace.spec.cells, trace.language).flatMap(({ path, cellsOf }): Influence[] => {
    const inside = `${pathKey(path).slice(0, -1)},`;
    if (!reads.some((read) => read === pathKey(path) || read.startsWith(inside))) return [];
    const after = [...(trace.lowered(part, cellsOf())?.values() ?? [])];
    if (before.length !== after.length) return [];
    return [
      {
        path,
        effectOn(element, attribute) {
          const index = before.findIndex(([key]) => key === element);
          const old = before[index]?.[1].attributes.get(attribute);
          const now = after[index]?.attributes.get(attribute);
          return old && now?.value !== old.value ? 'key' : undefined;
        },
      },
    ];
  });
}

function readsOf(trace: EnvironmentTrace, part: string): ReadonlySet<string> {
  return trace.parts.get(part)?.reads ?? new Set();
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
    const changes = cells && changesInPart(trace, part, cells);
    if (!changes) continue;
    if (taken >= first) found.push(changes);
    taken += 1;
  }
  return found;
}

function changesInPart(trace: EnvironmentTrace, part: string, cells: GroupCell): Changes | undefined {
  const before = trace.parts.get(part)?.elements;
  const after = trace.lowered(part, cells);
  return before && after && changesOf(before, after);
}

/** A switched-off section is a leaf without a value. */
function isThere(cell: Cell | undefined): boolean {
  return cell !== undefined && !(cell.kind === 'leaf' && cell.value === undefined);
}

function influenceOf(path: SpecPath, all: readonly Changes[]): Influence {
  return {
    path,
    effectOn(element, attribute) {
      const effects = new Set(all.map((changes) => effectOn(changes, element, attribute)));
      return EFFECTS.find((effect) => effects.has(effect));
    },
  };
}

const EFFECTS: readonly Effect[] = ['value', 'presence', 'block'];
