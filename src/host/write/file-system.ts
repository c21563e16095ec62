import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { compareText } from '../../util/compare.ts';
import { isSystemError, withPath } from './system-error.ts';
import { type Standing, standingOf, thisWriter } from './writer-identity.ts';

export type EntryKind = 'file' | 'folder' | 'symlink' | 'special';

/**
 * The handful of calls the writer makes, so that a test can crash or fail at each of them. No call follows a
 * symlink in the last component of its path. Each throws the system error of `node:fs` unless it says
 * otherwise.
 */
export interface FileSystem {
  /** What stands at the path; undefined for nothing. */
  kindOf(path: string): EntryKind | undefined;
  /** Names in a folder, sorted; none when the folder is gone. */
  list(folder: string): readonly string[];
  /** The first `limit` bytes of a file, or all of it; undefined when it is gone. */
  read(path: string, limit?: number): Buffer | undefined;
  /** Opens a new file; fails with EEXIST when anything stands there. */
  create(path: string): number;
  /** Bytes really written, as with write(2) perhaps fewer than given. */
  write(file: number, bytes: Uint8Array): number;
  /** Mode 0644, whatever the umask is. */
  makeReadable(file: number): void;
  sync(file: number): void;
  close(file: number): void;
  /** With the folders above it; does nothing when it exists. */
  makeFolder(folder: string): void;
  rename(from: string, to: string): void;
  /** Deletes a file; does nothing when it is gone. */
  remove(path: string): void;
  /** Deletes a folder if it is empty, and leaves it alone otherwise. */
  removeEmptyFolder(folder: string): void;
  /** Makes names created, renamed and deleted in a folder survive a power cut. */
  syncFolder(folder: string): void;
  pause(milliseconds: number): void;
  /** Names this thread of this process; letters, digits and hyphens. */
  readonly writer: string;
  standingOf(writer: string): Standing;
}

/** The real one. */
export const nodeFileSystem: FileSystem = {
  kindOf(path) {
    const stats = fs.lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    if (stats.isFile()) return 'file';
    if (stats.isDirectory()) return 'folder';
    return stats.isSymbolicLink() ? 'symlink' : 'special';
  },
  list: (folder) => unless(['ENOENT'], () => fs.readdirSync(folder).sort(compareText)) ?? [],
  read: (path, limit) => unless(['ENOENT'], () => read(path, limit)),
  create: (path) => fs.openSync(path, CREATE, 0o644),
  write: (file, bytes) => fs.writeSync(file, bytes),
  makeReadable: (file) => fs.fchmodSync(file, 0o644),
  sync: (file) => fs.fsyncSync(file),
  close: (file) => fs.closeSync(file),
  makeFolder,
  rename: (from, to) => fs.renameSync(from, to),
  remove(path) {
    unless(['ENOENT'], () => fs.unlinkSync(path));
  },
  removeEmptyFolder(folder) {
    unless(['ENOENT', 'ENOTEMPTY', 'EEXIST'], () => fs.rmdirSync(folder));
  },
  syncFolder(folder) {
    if (process.platform === 'win32') return; // cannot open a folder there; NTFS journals names itself
    const file = fs.openSync(folder, fs.constants.O_RDONLY | fs.constants.O_DIRECTORY | NO_FOLLOW);
    try {
      fs.fsyncSync(file);
    } catch (error) {
      throw withPath(error, folder);
    } finally {
      fs.closeSync(file);
    }
  },
  pause(milliseconds) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  },
  // Only who writes has to know who it is.
  get writer() {
    return thisWriter;
  },
  standingOf: (writer) => standingOf(writer),
};

// Windows has neither flag; there the check of each path before use has to do.
const NO_FOLLOW = fs.constants.O_NOFOLLOW ?? 0;
const NO_WAIT = fs.constants.O_NONBLOCK ?? 0;
const CREATE = fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_EXCL | NO_FOLLOW;

function read(path: string, limit: number | undefined): Buffer {
  // Not waiting matters if a pipe took the place of the file after it was looked at.
  const file = fs.openSync(path, fs.constants.O_RDONLY | NO_FOLLOW | NO_WAIT);
  try {
    if (limit === undefined) return fs.readFileSync(file);
    const bytes = Buffer.alloc(limit);
    let length = 0;
    for (let got = -1; got !== 0 && length < limit; length += got) {
      got = fs.readSync(file, bytes, length, limit - length, null);
    }
    return bytes.subarray(0, length);
  } catch (error) {
    throw withPath(error, path);
  } finally {
    fs.closeSync(file);
  }
}

function unless<T>(codes: readonly string[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (isSystemError(error) && codes.includes(error.code)) return undefined;
    throw error;
  }
}

/**
 * Makes a folder and those above it. Not `mkdirSync(…, { recursive: true })`: where the system says that
 * nothing can be made, as below /proc, that never returns (seen with Node 20.20.2).
 *
 * Another writer may delete the folder between two calls of ours, or make it, hence the tries; there are only so
 * many, because a link that leads nowhere and a folder that cannot be made answer alike each time.
 */
function makeFolder(folder: string): void {
  for (let triesLeft = 1000; ; triesLeft -= 1) {
    try {
      fs.mkdirSync(folder);
      return;
    } catch (error) {
      if (!isSystemError(error) || triesLeft === 0) throw error;
      const parent = dirname(folder);
      if (error.code === 'EEXIST') {
        const stats = fs.statSync(folder, { throwIfNoEntry: false });
        if (stats?.isDirectory()) return;
        if (stats !== undefined) throw error;
      } else if (error.code === 'ENOENT' && parent !== folder) {
        makeFolder(parent);
      } else {
        throw error;
      }
    }
  }
}
