import * as fs from 'node:fs';
import { dirname } from 'node:path';
import type { Replacement } from './replace-file.ts';
import { ignoringSystemErrors, isSystemError } from './write/system-error.ts';

/**
 * Makes a file of the project that is not there yet, with the folders that lead to it. One that appears at the same
 * moment is `changed` and stays. No folder below the project folder may be a symbolic link: it could lead out of it.
 *
 * @param folder absolute
 * @param path relative to the folder, with forward slashes
 */
export function makeProjectFile(folder: string, path: string, text: string): Replacement {
  const target = `${folder}/${path}`;
  try {
    const link = linkOnTheWay(folder, path);
    if (link !== undefined) {
      const message = `is reached through a symbolic link (${link}), and elastiform never writes through one`;
      return { kind: 'refused', message };
    }
    fs.mkdirSync(dirname(target), { recursive: true });
    write(target, text);
    return { kind: 'replaced' };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { code, message, path: at = target } = error;
    // Of a folder the path says what is in the way: a file of its name.
    return code === 'EEXIST' && at === target ? { kind: 'changed' } : { kind: 'io', path: at, code, message };
  }
}

function linkOnTheWay(folder: string, path: string): string | undefined {
  const parts = path.split('/');
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const part = parts.slice(0, depth).join('/');
    if (fs.lstatSync(`${folder}/${part}`, { throwIfNoEntry: false })?.isSymbolicLink()) return part;
  }
  return undefined;
}

function write(target: string, text: string): void {
  const file = fs.openSync(target, 'wx', 0o644);
  try {
    fs.writeFileSync(file, text);
    fs.fsyncSync(file);
  } catch (error) {
    // Half of a file is worse than none.
    ignoringSystemErrors(() => fs.unlinkSync(target));
    throw error;
  } finally {
    fs.closeSync(file);
  }
}
