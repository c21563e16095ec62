import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { isSystemError } from './write/system-error.ts';

export type Input = { readonly text: string } | { readonly problem: string };

/** Measurements of a month of a large cluster; more is a mistake and would fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * A file that the user names on the command line, wherever it lies; `-` is standard input. Pipes are read to
 * their end, so that `<(kubectl …)` works.
 *
 * @param folder what a relative path starts from
 */
export function readInput(folder: string, path: string): Input {
  try {
    const bytes = path === '-' ? readAll(0) : readFile(resolve(folder, path));
    if (!bytes) return { problem: `is larger than ${MOST_BYTES / 1024 / 1024} MiB` };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError && !isSystemError(error)) return { problem: 'is not UTF-8 text' };
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') return { problem: 'does not exist' };
    if (error.code === 'EISDIR') return { problem: 'is a folder' };
    return { problem: `cannot be read (${error.code})` };
  }
}

function readFile(path: string): Buffer | undefined {
  const file = openSync(path, 'r');
  try {
    return readAll(file);
  } finally {
    closeSync(file);
  }
}

/** @returns nothing when there is too much */
function readAll(file: number): Buffer | undefined {
  const pieces: Buffer[] = [];
  let length = 0;
  for (;;) {
    const piece = Buffer.alloc(1024 * 1024);
    const read = readPiece(file, piece);
    if (read === 0) return Buffer.concat(pieces);
    length += read;
    if (length > MOST_BYTES) return undefined;
    pieces.push(piece.subarray(0, read));
  }
}

/** Standard input of a terminal or a slow pipe may have nothing for the moment. */
function readPiece(file: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(file, piece);
    } catch (error) {
      if (isSystemError(error) && error.code === 'EOF') return 0;
      if (!isSystemError(error) || error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
