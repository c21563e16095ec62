import type { Cell, GroupCell, LeafCell } from '../compiler/resolve/cell.ts';
import type { SpecPath } from '../compiler/spec-path.ts';

/** One value that differs between two versions of an environment. At least one side is there. */
export interface LeafChange {
  readonly path: SpecPath;
  readonly before?: Side;
  readonly after?: Side;
  /** The outermost group around it that only one version has. */
  readonly group?: SpecPath;
}

export interface Side {
  /** As a person would write it, canonically: `5m`, `[a, b]`. */
  readonly text: string;
  /** In the units of the model; nothing for a group without entries. */
  readonly value?: unknown;
  /** Nothing for a group without entries. */
  readonly cell?: LeafCell;
}

/**
 * Every value that differs, in the order of the language. Where a value comes from does not count, nor do comments,
 * the order of keys, or the file that a parent is called.
 *
 * @param before nothing for an environment that was not there
 */
export function leafChanges(
  before: GroupCell | undefined,
  after: GroupCell | undefined,
): readonly LeafChange[] {
  const changes: LeafChange[] = [];
  compare(before, after, changes, undefined);
  return changes;
}

function compare(
  before: Cell | undefined,
  after: Cell | undefined,
  into: LeafChange[],
  above: SpecPath | undefined,
): void {
  if (before?.kind === 'leaf' || after?.kind === 'leaf') {
    const [was, is] = [before, after].map((cell) => (cell?.kind === 'leaf' ? sideOf(cell) : undefined));
    if (identity(before) !== identity(after)) into.push(changeOf((after ?? before) as Cell, was, is, above));
    // A value that gives way to a group, or the other way round.
    if (before && before.kind !== 'leaf') compareEntries(before, undefined, into, before.path);
    if (after && after.kind !== 'leaf') compareEntries(undefined, after, into, after.path);
    return;
  }
  const only = before && after ? undefined : (before ?? after);
  // An empty group means something where it may be left out; with entries, those tell of it.
  if (only?.entries.size === 0) into.push(changeOf(only, before && EMPTY, after && EMPTY, above));
  compareEntries(before, after, into, above ?? (only && only.path.length > 0 ? only.path : undefined));
}

const EMPTY: Side = { text: '{}' };

/** Text alone would take `["a, b"]` for `["a", "b"]`. */
function identity(cell: Cell | undefined): string | undefined {
  return cell?.kind === 'leaf' ? JSON.stringify(cell.written) : undefined;
}

function changeOf(
  { path }: Cell,
  before: Side | undefined,
  after: Side | undefined,
  group: SpecPath | undefined,
): LeafChange {
  return { path, ...(before ? { before } : {}), ...(after ? { after } : {}), ...(group ? { group } : {}) };
}

function compareEntries(
  before: GroupCell | undefined,
  after: GroupCell | undefined,
  into: LeafChange[],
  above: SpecPath | undefined,
): void {
  const keys = new Set([...(after?.entries.keys() ?? []), ...(before?.entries.keys() ?? [])]);
  for (const key of keys) {
    if ((after ?? before)?.path.length === 0 && key === 'extends') continue;
    compare(before?.entries.get(key), after?.entries.get(key), into, above);
  }
}

function sideOf(cell: LeafCell): Side {
  const { written, value } = cell;
  return { text: Array.isArray(written) ? `[${written.join(', ')}]` : String(written), value, cell };
}
