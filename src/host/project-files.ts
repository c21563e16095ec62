import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
} from 'node:fs';
import type { ReadResult, SpecFiles } from '../compiler/load/spec-files.ts';
import { decodeSpec, LARGEST_FILE_BYTES, TOO_LARGE } from './spec-bytes.ts';
import { isSystemError } from './write/system-error.ts';

/**
 * The files below a project folder, read without following a symbolic link below it: a link could lead out
 * of the repository that people review. The folder itself may be reached through one.
 *
 * @param folder absolute
 */
export function projectFiles(folder: string): ProjectFiles {
  return {
    read: (path) => readText(folder, path),
    list: (path) => listFolder(folder, path),
  };
}

export interface ProjectFiles extends SpecFiles {
  list(folder: string): ListResult;
}

/** Names of what lies in a folder, sorted by code unit. */
export type ListResult =
  | { readonly names: readonly string[] }
  | { readonly problem: 'missing' | 'not-a-folder' | 'unreadable'; readonly detail: string };

function readText(folder: string, path: string): ReadResult {
  const parts = path.split('/');
  if (parts.some((part) => part === '..' || part === '')) return { problem: 'outside', detail: '' };
  try {
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const found: Stats = lstatSync(`${folder}/${parts.slice(0, depth).join('/')}`);
      if (found.isSymbolicLink()) return { problem: 'symlink', detail: '' };
      if (depth === parts.length && !found.isFile()) return { problem: 'not-a-file', detail: '' };
    }
    const bytes = readBytes(`${folder}/${path}`);
    return bytes ? decodeSpec(bytes) : TOO_LARGE;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return { problem: 'missing', detail: '' };
    return { problem: 'unreadable', detail: String(error.code) };
  }
}

/** @returns nothing when the file is too large */
function readBytes(path: string): Uint8Array | undefined {
  // Without blocking: somebody may have put a pipe there since the file was looked at.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const { size } = fstatSync(file);
    if (size > LARGEST_FILE_BYTES) return undefined;
    // One more byte than it says, to see whether it has grown; the largest size for every small file cost more time
    // than reading it.
    let bytes = Buffer.alloc(size + 1);
    let length = 0;
    for (;;) {
      const read = readSync(file, bytes, length, bytes.length - length, null);
      if (read === 0) return bytes.subarray(0, length);
      length += read;
      if (length > LARGEST_FILE_BYTES) return undefined;
      if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)]);
    }
  } finally {
    closeSync(file);
  }
}

function listFolder(folder: string, path: string): ListResult {
  try {
    return { names: readdirSync(`${folder}/${path}`).sort() };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') return { problem: 'missing', detail: '' };
    if (error.code === 'ENOTDIR') return { problem: 'not-a-folder', detail: '' };
    return { problem: 'unreadable', detail: String(error.code) };
  }
}
