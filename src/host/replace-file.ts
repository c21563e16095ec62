import * as fs from 'node:fs';
import { basename, dirname } from 'node:path';
import { ignoringSystemErrors, isSystemError } from './write/system-error.ts';
import { thisWriter } from './write/writer-identity.ts';

export type Replacement =
  | { readonly kind: 'replaced' }
  /** The file does not hold the expected text any more. */
  | { readonly kind: 'changed' }
  /** Nothing was written; `message` follows the path. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'io'; readonly path: string; readonly code: string; readonly message: string };

export interface NewText {
  readonly text: string;
  /** What the file must hold at this moment; without it whatever stands there is replaced. */
  readonly expected?: string;
}

/**
 * Replaces the text of a file that people keep, all or nothing: through a file of its own beside it and a
 * rename. The mode stays. A symbolic link below the folder is refused, as when reading, and so is a file that
 * is write-protected, although a rename would get around that.
 *
 * @param folder absolute; the folders between it and the file are made if need be
 * @param path relative to the folder, with forward slashes
 */
export function replaceFile(folder: string, path: string, { text, expected }: NewText): Replacement {
  const target = `${folder}/${path}`;
  try {
    const refusal = refusalOf(folder, path);
    if (refusal !== undefined) return { kind: 'refused', message: refusal };
    const stats = fs.lstatSync(target, { throwIfNoEntry: false });
    if (expected !== undefined && (!stats || !holds(target, expected))) return { kind: 'changed' };
    if (!stats) fs.mkdirSync(dirname(target), { recursive: true });
    write(target, text, stats ? stats.mode & 0o7777 : 0o644);
    return { kind: 'replaced' };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { code, message, path: at = target } = error;
    return { kind: 'io', path: at, code, message };
  }
}

function refusalOf(folder: string, path: string): string | undefined {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'lies outside the project folder';
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const part = parts.slice(0, depth).join('/');
    const stats = fs.lstatSync(`${folder}/${part}`, { throwIfNoEntry: false });
    if (!stats) return undefined;
    if (stats.isSymbolicLink())
      return `is reached through a symbolic link (${part}), and elastiform never writes through one`;
    if (depth < parts.length) continue;
    if (!stats.isFile()) return 'is not a regular file';
    if ((stats.mode & 0o222) === 0) return 'is write-protected';
  }
  return undefined;
}

function holds(target: string, expected: string): boolean {
  const file = fs.openSync(target, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0));
  try {
    return fs.readFileSync(file).equals(Buffer.from(expected));
  } finally {
    fs.closeSync(file);
  }
}

function write(target: string, text: string, mode: number): void {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = fs.constants;
  const temporary = `${dirname(target)}/.${basename(target)}.${thisWriter}`;
  const file = fs.openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    try {
      fs.writeFileSync(file, text);
      // After the text: a file must not be there for all to read before its own mode says so.
      fs.fchmodSync(file, mode);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    fs.renameSync(temporary, target);
  } catch (error) {
    ignoringSystemErrors(() => fs.unlinkSync(temporary));
    throw error;
  }
  ignoringSystemErrors(() => syncFolder(dirname(target)));
}

/** So that the new name survives a power cut; where that cannot be had, the file is written all the same. */
function syncFolder(folder: string): void {
  const file = fs.openSync(folder, fs.constants.O_RDONLY);
  try {
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}
