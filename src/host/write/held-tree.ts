import { createHash } from 'node:crypto';
import { compareText } from '../../util/compare.ts';
import type { FileTree } from './file-tree.ts';
import { compareWithTree, placeFor } from './plan.ts';
import { isSystemError } from './system-error.ts';
import type { WriteOptions } from './write-result.ts';

/** The content of a tree: of two with the same, paths and bytes are the same. */
export function treeHash(tree: FileTree): string {
  return hashOf([...tree].map(([path, text]) => ({ path, bytes: Buffer.from(text) })));
}

/**
 * The content of all files of ours in a folder. Where it is that of a tree, `writeTree` would find nothing to do and
 * `planWrite` nothing to say: no file is missing, stale, or in the way of another. Reads only.
 *
 * @returns nothing where something else is to be said: an interrupted write, or trouble with files
 */
export function heldTree(folder: string, options: WriteOptions = {}): string | undefined {
  try {
    // Compared with nothing, every file of ours is one to delete.
    const { edits, conflicts, state } = compareWithTree(placeFor(folder, options), new Map());
    if (conflicts.length > 0 || state !== 'none') return undefined;
    return hashOf(edits.map(({ path, before }) => ({ path, bytes: before! })));
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function hashOf(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of [...files].sort((a, b) => compareText(a.path, b.path))) {
    // With lengths, so that no path and text can pass for others.
    hash.update(`${Buffer.byteLength(path)} ${bytes.length} ${path}`);
    hash.update(bytes);
  }
  return hash.digest('hex');
}
