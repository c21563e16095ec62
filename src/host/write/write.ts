import { commit } from './commit.ts';
import { checkTree, type FileTree } from './file-tree.ts';
import { ioProblem } from './io-problem.ts';
import { withLock } from './lock.ts';
import type { Place } from './place.ts';
import { changeOf, compareWithTree, placeFor } from './plan.ts';
import { recover } from './recover.ts';
import { ignoringSystemErrors, isSystemError } from './system-error.ts';
import type { WriteOptions, WriteResult } from './write-result.ts';

/**
 * Brings the folder to the tree, all or nothing: writes what differs, deletes files of ours that the tree
 * does not have, and touches nothing else. A write that was interrupted earlier is finished first.
 *
 * @param folder is created if need be
 * @throws when the tree is not fit to be written, which is our bug; file trouble is a result
 * @source hardening reference §4: a loop of plain writes left mixed sets in 15 of 150 kills
 */
export function writeTree(folder: string, tree: FileTree, options: WriteOptions = {}): WriteResult {
  checkTree(tree);
  return bring(placeFor(folder, options), tree, options.waitMilliseconds);
}

/**
 * Deletes every file of ours in the folder and then the folders that became empty, the folder itself
 * included. For an environment that has no spec any more.
 */
export function removeTree(folder: string, options: WriteOptions = {}): WriteResult {
  const place = placeFor(folder, options);
  const result = bring(place, new Map(), options.waitMilliseconds);
  if (result.kind === 'written') ignoringSystemErrors(() => place.files.removeEmptyFolder(folder));
  return result;
}

function bring(place: Place, tree: FileTree, waitMilliseconds = 5000): WriteResult {
  try {
    // The first look is without the lock, because taking it would touch a folder that needs no change.
    const { edits, conflicts, state } = compareWithTree(place, tree);
    if (conflicts.length > 0) return { kind: 'conflict', conflicts };
    if (edits.length === 0 && state === 'none') return { kind: 'written', changes: [], recovered: false };
    return withLock(place, waitMilliseconds, () => bringLocked(place, tree));
  } catch (error) {
    if (isSystemError(error)) return ioProblem(place, error);
    throw error;
  }
}

function bringLocked(place: Place, tree: FileTree): WriteResult {
  const recovery = recover(place);
  if (recovery.conflicts.length > 0) return { kind: 'conflict', conflicts: recovery.conflicts };
  const { edits, conflicts } = compareWithTree(place, tree);
  if (conflicts.length > 0) return { kind: 'conflict', conflicts };
  const late = commit(place, edits);
  if (late.length > 0) return { kind: 'conflict', conflicts: late };
  return { kind: 'written', changes: edits.map(changeOf), recovered: recovery.found };
}
