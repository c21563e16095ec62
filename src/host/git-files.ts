import type { ReadResult } from '../compiler/load/spec-files.ts';
import { compareText } from '../util/compare.ts';
import type { GitProblem } from './git.ts';
import type { Commit } from './git-commit.ts';
import { listTree, readBlobs, type TreeEntry } from './git-tree.ts';
import type { ListResult, ProjectFiles } from './project-files.ts';
import { decodeSpec, LARGEST_FILE_BYTES, TOO_LARGE } from './spec-bytes.ts';

/**
 * The files of a project folder as a commit has them, under the same rules as those on the disk: links are refused,
 * and so is what is too large.
 *
 * @param folder absolute, of the project
 * @param specs the only folder below it that can be read; empty for the project folder itself
 */
export function commitFiles(folder: string, commit: Commit, specs: string): ProjectFiles | GitProblem {
  const entries = listTree(folder, commit, specs);
  if ('problem' in entries) return entries;
  const first = readBlobs(folder, firstToRead(entries));
  if ('problem' in first) return first;
  const blobs = new Map(first);
  const below = specs === '' ? '' : `${specs}/`;
  return {
    list: (path) => (path === specs ? namesOf(entries) : { problem: 'missing', detail: '' }),
    read(path) {
      if (!path.startsWith(below)) return { problem: 'missing', detail: '' };
      return readEntry(path.slice(below.length), entries, (id) => {
        const known = blobs.get(id);
        if (known) return known;
        const read = readBlobs(folder, [id]);
        if ('problem' in read) return read;
        const bytes = read.get(id) ?? Buffer.alloc(0);
        blobs.set(id, bytes);
        return bytes;
      });
    },
  };
}

/** Beyond these bytes files are read when somebody asks for them. */
const MOST_AT_ONCE = 64 * 2 ** 20;

/** Specs and their parents, so that one process is enough. */
function firstToRead(entries: ReadonlyMap<string, TreeEntry>): readonly string[] {
  const ids = new Set<string>();
  let bytes = 0;
  for (const [path, entry] of entries) {
    if (entry.kind !== 'file' || !path.endsWith('.yaml') || entry.bytes > LARGEST_FILE_BYTES) continue;
    bytes += entry.bytes;
    if (bytes > MOST_AT_ONCE) break;
    ids.add(entry.id);
  }
  return [...ids];
}

function namesOf(entries: ReadonlyMap<string, TreeEntry>): ListResult {
  if (entries.size === 0) return { problem: 'missing', detail: '' };
  const top = entries.get('');
  if (top && top.kind !== 'folder') return { problem: 'not-a-folder', detail: '' };
  const names = [...entries.keys()].filter((path) => path !== '' && !path.includes('/'));
  return { names: names.sort(compareText) };
}

function readEntry(
  path: string,
  entries: ReadonlyMap<string, TreeEntry>,
  bytesOf: (id: string) => Buffer | GitProblem,
): ReadResult {
  const parts = path.split('/');
  if (parts.some((part) => part === '..' || part === '')) return { problem: 'outside', detail: '' };
  for (let depth = 1; depth < parts.length; depth += 1) {
    if (entries.get(parts.slice(0, depth).join('/'))?.kind === 'symlink')
      return { problem: 'symlink', detail: '' };
  }
  const entry = entries.get(path);
  if (!entry) return { problem: 'missing', detail: '' };
  if (entry.kind === 'symlink') return { problem: 'symlink', detail: '' };
  if (entry.kind !== 'file') return { problem: 'not-a-file', detail: '' };
  if (entry.bytes > LARGEST_FILE_BYTES) return TOO_LARGE;
  const bytes = bytesOf(entry.id);
  return 'problem' in bytes ? { problem: 'unreadable', detail: bytes.message } : decodeSpec(bytes);
}
