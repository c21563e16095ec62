import { dirname } from 'node:path';
import type { FileSystem } from '../file-system.ts';
import type { FileTree } from '../file-tree.ts';
import { simulatedError } from './simulated-error.ts';

/** Absolute path → content; null for a folder. */
export type Disk = Map<string, Buffer | null>;

/** A disk with these files in `/out`, and without `/out` when there are none. */
export function diskWith(files: FileTree): Disk {
  const disk: Disk = new Map([['/', null]]);
  for (const [path, text] of files) {
    makeFolder(disk, dirname(`/out/${path}`));
    disk.set(`/out/${path}`, Buffer.from(text));
  }
  return disk;
}

/** What is in `/out`: files by content, and folders that are empty. */
export function contentsOf(disk: Disk): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, bytes] of [...disk].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!path.startsWith('/out/')) continue;
    if (bytes !== null) found.set(path.slice('/out/'.length), bytes.toString());
    else if (isEmpty(disk, path)) found.set(path.slice('/out/'.length), 'empty folder');
  }
  return found;
}

/**
 * Files in memory: thousands of crashes in a second, and a disk can be copied to see what each of several
 * next runs makes of it. That it behaves as the real one is a test of its own.
 */
export function memoryFileSystem(disk: Disk): FileSystem {
  const open = new Map<number, string>();
  let nextFile = 3;
  return {
    kindOf: (path) => (disk.has(path) ? (disk.get(path) === null ? 'folder' : 'file') : undefined),
    list: (folder) => namesIn(disk, folder),
    read: (path, limit) => disk.get(path)?.subarray(0, limit),
    create(path) {
      if (!disk.has(dirname(path))) throw simulatedError('ENOENT', 'open', path);
      if (disk.has(path)) throw simulatedError('EEXIST', 'open', path);
      disk.set(path, Buffer.alloc(0));
      open.set(nextFile, path);
      return nextFile++;
    },
    write(file, bytes) {
      const path = open.get(file) ?? '';
      const part = bytes.subarray(0, 1000); // like a system that likes small bites
      disk.set(path, Buffer.concat([disk.get(path) ?? Buffer.alloc(0), part]));
      return part.length;
    },
    makeReadable() {},
    sync() {},
    close(file) {
      open.delete(file);
    },
    makeFolder: (folder) => makeFolder(disk, folder),
    rename(from, to) {
      const bytes = disk.get(from);
      if (!bytes || !disk.has(dirname(to))) throw simulatedError('ENOENT', 'rename', from);
      disk.set(to, bytes);
      disk.delete(from);
    },
    remove(path) {
      disk.delete(path);
    },
    removeEmptyFolder(folder) {
      if (isEmpty(disk, folder)) disk.delete(folder);
    },
    syncFolder(folder) {
      if (!disk.has(folder)) throw simulatedError('ENOENT', 'open', folder);
    },
    pause() {},
    writer: 'memory-1',
    standingOf: () => 'gone',
  };
}

function makeFolder(disk: Disk, folder: string): void {
  if (disk.has(folder)) return;
  makeFolder(disk, dirname(folder));
  disk.set(folder, null);
}

function namesIn(disk: Disk, folder: string): string[] {
  const inside = [...disk.keys()].filter((path) => path !== '/' && dirname(path) === folder);
  return inside.map((path) => path.slice(folder.length + 1)).sort();
}

function isEmpty(disk: Disk, folder: string): boolean {
  return namesIn(disk, folder).length === 0;
}
