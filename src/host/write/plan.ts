import { compareText } from '../../util/compare.ts';
import { nodeFileSystem } from './file-system.ts';
import { checkTree, type FileTree, foldersAbove } from './file-tree.ts';
import { ioProblem } from './io-problem.ts';
import { occupantOf } from './occupant.ts';
import { mayBeOwn } from './ownership.ts';
import { inPlace, type Place } from './place.ts';
import { isSystemError } from './system-error.ts';
import { findLeftovers } from './work-folder.ts';
import type { Change, Conflict, PlanResult, WriteOptions } from './write-result.ts';

/**
 * Compares what the folder holds with what it should hold. Reads only.
 *
 * @throws when the tree is not fit to be written, which is our bug
 */
export function planWrite(folder: string, tree: FileTree, options: WriteOptions = {}): PlanResult {
  checkTree(tree);
  const place = placeFor(folder, options);
  try {
    const { edits, conflicts, state } = compareWithTree(place, tree);
    return { kind: 'plan', changes: edits.map(changeOf), conflicts, interrupted: state === 'left' };
  } catch (error) {
    if (isSystemError(error)) return ioProblem(place, error);
    throw error;
  }
}

/** What `removeTree` would delete: every file of ours in the folder. Reads only. */
export function planRemoval(folder: string, options: WriteOptions = {}): PlanResult {
  return planWrite(folder, new Map(), options);
}

/** A file that differs; at most one side is undefined, which means that there is no file. */
export interface Edit {
  readonly path: string;
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
}

/** Edits and conflicts are sorted by path; `state` is that of the work folder. */
export interface Comparison {
  readonly edits: readonly Edit[];
  readonly conflicts: readonly Conflict[];
  readonly state: 'none' | 'left' | 'busy';
}

/** @throws the system error of a failed call */
export function compareWithTree(place: Place, tree: FileTree): Comparison {
  const { state, conflicts } = findLeftovers(place);
  // Many files may share one obstacle, such as a symlinked subfolder; it is told once.
  const obstacles = new Map(conflicts.map((conflict) => [conflict.path, conflict]));
  const edits: Edit[] = [];
  for (const [path, text] of tree) {
    const occupant = occupantOf(place, path);
    if (occupant.kind === 'obstacle') obstacles.set(occupant.conflict.path, occupant.conflict);
    const before = occupant.kind === 'own' ? occupant.bytes : undefined;
    const after = Buffer.from(text);
    if (before === undefined || !before.equals(after)) edits.push({ path, before, after });
  }
  edits.push(...findStale(place, tree));
  return { edits: edits.sort(byPath), conflicts: [...obstacles.values()].sort(byPath), state };
}

export function changeOf({ path, before, after }: Edit): Change {
  return { path, action: after === undefined ? 'delete' : before === undefined ? 'create' : 'update' };
}

export function placeFor(folder: string, options: WriteOptions): Place {
  return { folder, files: options.files ?? nodeFileSystem, subfolders: options.subfolders ?? [] };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compareText(a.path, b.path);
}

/** Files of ours that the tree no longer has. Only known folders are listed, never modules of other people. */
function findStale(place: Place, tree: FileTree): Edit[] {
  const folders = new Set(['.', ...place.subfolders, ...[...tree.keys()].flatMap(foldersAbove)]);
  return [...folders].flatMap((folder) => {
    if (!isRealFolder(place, folder)) return [];
    const names = place.files.list(inPlace(place, folder)).filter(mayBeOwn);
    const paths = names.map((name) => (folder === '.' ? name : `${folder}/${name}`));
    return paths.filter((path) => !tree.has(path)).flatMap((path) => staleAt(place, path));
  });
}

function staleAt(place: Place, path: string): Edit[] {
  const occupant = occupantOf(place, path);
  return occupant.kind === 'own' ? [{ path, before: occupant.bytes, after: undefined }] : [];
}

/** A symlink anywhere on the way makes the answer no. */
function isRealFolder(place: Place, folder: string): boolean {
  const way = folder === '.' ? ['.'] : ['.', ...foldersAbove(folder), folder];
  return way.every((part) => place.files.kindOf(inPlace(place, part)) === 'folder');
}
