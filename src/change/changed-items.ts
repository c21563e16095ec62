import type { GroupCell } from '../compiler/resolve/cell.ts';
import { pathKey, type SpecPath } from '../compiler/spec-path.ts';
import type { ChangedItem, EnvironmentVersion } from './changed-item.ts';
import { leafChanges } from './leaf-changes.ts';
import { connectionLines, linesOf } from './lines.ts';
import { dangerOfLoss } from './loss.ts';

/**
 * What differs between two versions of an environment, item by item in the order of the language. Empty exactly when
 * no value differs.
 */
export function changedItems(before: EnvironmentVersion, after: EnvironmentVersion): readonly ChangedItem[] {
  const kinds = new Set([...after.cells.entries.keys(), ...before.cells.entries.keys()]);
  const items = [...kinds].flatMap((kind) => itemsOf(kind, before, after));
  if (items.length === 0) return [];
  return withConnections(items, before, after);
}

/** Items of an environment that only one version has. */
export function allItems(version: EnvironmentVersion, kind: 'added' | 'removed'): readonly ChangedItem[] {
  const nothing = { ...version, cells: NOTHING, stateful: [] };
  const [before, after] = kind === 'added' ? [nothing, version] : [version, nothing];
  return [...version.cells.entries.keys()]
    .flatMap((key) => itemsOf(key, before, after))
    .filter(({ path }) => path.length > 1);
}

const NOTHING: GroupCell = { kind: 'section', path: [], entries: new Map() };

function itemsOf(
  kind: string,
  before: EnvironmentVersion,
  after: EnvironmentVersion,
): readonly ChangedItem[] {
  const [was, is] = [before.cells.entries.get(kind), after.cells.entries.get(kind)];
  if (kind === 'extends') return [];
  const isMap = was?.kind === 'map' || is?.kind === 'map';
  if (!isMap) {
    const changes = leafChanges(rooted(kind, before), rooted(kind, after));
    const path = [kind];
    return changes.length === 0
      ? []
      : [{ path, kind: 'changed', lines: linesOf({ path, changes }, before, after) }];
  }
  const [old, now] = [was, is].map((cell) =>
    cell?.kind === 'map' ? cell.entries : new Map<string, never>(),
  );
  const names = namesBefore(kind, before, after);
  const taken = new Set(names.values());
  const keys = new Set([
    ...(now?.keys() ?? []),
    ...[...(old?.keys() ?? [])].filter((key) => !taken.has(key)),
  ]);
  return [...keys].flatMap((key) => itemOf([kind, key], names.get(key), before, after));
}

/** New names of items that say what they were called, where the old one was there and is gone. */
function namesBefore(
  kind: string,
  before: EnvironmentVersion,
  after: EnvironmentVersion,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const [was, is] = [before.cells.entries.get(kind), after.cells.entries.get(kind)];
  if (was?.kind !== 'map' || is?.kind !== 'map') return names;
  for (const [key, item] of is.entries) {
    const said = item.kind === 'leaf' ? undefined : item.entries.get('previousName');
    const previous = said?.kind === 'leaf' ? String(said.written) : undefined;
    if (previous === undefined || was.entries.has(key) || is.entries.has(previous)) continue;
    if (was.entries.has(previous) && ![...names.values()].includes(previous)) names.set(key, previous);
  }
  return names;
}

function itemOf(
  path: SpecPath,
  previousName: string | undefined,
  before: EnvironmentVersion,
  after: EnvironmentVersion,
): readonly ChangedItem[] {
  const [kind = '', key = ''] = path;
  const previous = previousName === undefined ? undefined : [kind, previousName];
  const [was, is] = [before.cells.entries.get(kind), after.cells.entries.get(kind)];
  const old = was?.kind === 'map' ? was.entries.get(previousName ?? key) : undefined;
  const now = is?.kind === 'map' ? is.entries.get(key) : undefined;
  const wrap = (cell: typeof old): GroupCell => ({
    kind: 'map',
    path: [kind],
    entries: new Map(cell ? [[key, cell]] : []),
  });
  const changes = leafChanges(wrap(old), wrap(now)).filter(
    (change) => !previous || change.path.at(-1) !== 'previousName' || change.path.length !== 3,
  );
  if (changes.length === 0 && !previous) return [];
  const lines = linesOf({ path, changes, previousKey: previousName }, before, after);
  if (!old) return [{ path, kind: 'added', lines }];
  if (now && !previous) return [{ path, kind: 'changed', lines }];
  const danger = dangerOfLoss(previous ?? path, before, after);
  const said = danger === undefined ? {} : { danger };
  return previous
    ? [{ path, kind: 'renamed', previous, ...said, lines }]
    : [{ path, kind: 'removed', ...said, lines }];
}

function rooted(kind: string, { cells }: EnvironmentVersion): GroupCell {
  const cell = cells.entries.get(kind);
  return { kind: 'section', path: [], entries: new Map(cell ? [[kind, cell]] : []) };
}

/** More pods of one item are more connections of another. */
function withConnections(
  items: readonly ChangedItem[],
  before: EnvironmentVersion,
  after: EnvironmentVersion,
): readonly ChangedItem[] {
  const all = [...items];
  for (const key of after.model['databases'] instanceof Map ? after.model['databases'].keys() : []) {
    const lines = connectionLines(String(key), before, after);
    if (lines.length === 0) continue;
    const path = ['databases', String(key)];
    const at = all.findIndex((item) => pathKey(item.path) === pathKey(path));
    const known = all[at];
    if (known) all[at] = { ...known, lines: [...known.lines, ...lines] };
    else all.push({ path, kind: 'changed', lines });
  }
  return all;
}
