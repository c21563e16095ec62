import { type GitProblem, git } from './git.ts';
import type { Commit } from './git-commit.ts';

/** What a folder of a commit holds, by path below it. */
export type TreeEntry =
  | { readonly kind: 'file'; readonly id: string; readonly bytes: number }
  | { readonly kind: 'folder' | 'symlink' | 'submodule' };

/**
 * All that lies in a folder of a commit, at every depth, by path below it; the folder itself is the empty path.
 * Empty where there is no such folder.
 */
export function listTree(
  folder: string,
  { hash, prefix }: Commit,
  path: string,
): ReadonlyMap<string, TreeEntry> | GitProblem {
  const top = `${prefix}${path}`.replace(/\/$/, '');
  const words = ['ls-tree', '-r', '-t', '-z', '-l', '--full-tree', hash, ...(top === '' ? [] : [top])];
  const listed = git(folder, words);
  if ('problem' in listed) return isPartial(folder) ? partial(hash) : listed;
  const entries = new Map<string, TreeEntry>();
  for (const record of listed.text.split('\0')) {
    const [, mode, id = '', bytes] = ENTRY.exec(record) ?? [];
    const name = record.slice(record.indexOf('\t') + 1);
    // The folders above it are listed as well.
    const isBelow = top === '' || name === top || name.startsWith(`${top}/`);
    if (mode === undefined || !isBelow) continue;
    entries.set(top === '' ? name : name.slice(top.length + 1), entryOf(mode, id, Number(bytes)));
  }
  return entries;
}

/** `100644 blob 0a1b…      512`, and then the name after a tab. */
const ENTRY = /^([0-7]{6}) [a-z]+ ([0-9a-f]{40,64}) +([0-9]+|-)\t/;

function entryOf(mode: string, id: string, bytes: number): TreeEntry {
  if (mode === '040000') return { kind: 'folder' };
  if (mode === '120000') return { kind: 'symlink' };
  return mode === '160000' ? { kind: 'submodule' } : { kind: 'file', id, bytes };
}

/** The bytes of files, exactly as they were committed: no line endings are changed and no filter runs. */
export function readBlobs(folder: string, ids: readonly string[]): ReadonlyMap<string, Buffer> | GitProblem {
  if (ids.length === 0) return new Map();
  const read = git(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  if ('problem' in read) return read;
  const blobs = new Map<string, Buffer>();
  for (let at = 0; at < read.bytes.length; ) {
    const end = read.bytes.indexOf(10, at);
    const [id = '', kind, length] = read.bytes.toString('latin1', at, end).split(' ');
    if (kind !== 'blob') return partial(id);
    blobs.set(id, read.bytes.subarray(end + 1, end + 1 + Number(length)));
    at = end + 1 + Number(length) + 1;
  }
  return blobs;
}

/** Whether files are only fetched when somebody asks for them, which is never done here. */
function isPartial(folder: string): boolean {
  return !('problem' in git(folder, ['config', '--get-regexp', '^remote\\..*\\.promisor$', '^true$']));
}

function partial(id: string): GitProblem {
  const message = `the clone is a partial one, and has not got all files of ${id.slice(0, 12)}`;
  return { problem: 'shallow', message, help: 'git fetch --refetch --no-filter brings all files' };
}
