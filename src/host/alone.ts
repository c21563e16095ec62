import { lstatSync } from 'node:fs';
import { nodeFileSystem } from './write/file-system.ts';
import { withLock } from './write/lock.ts';
import { isSystemError } from './write/system-error.ts';

export type NotAlone =
  | { readonly kind: 'busy'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'io'; readonly path: string; readonly code: string; readonly message: string };

/**
 * Does the work while no other elastiform works in the folder; makes the folder if need be.
 *
 * @param folder absolute
 */
export function alone<T>(folder: string, work: () => T): T | NotAlone {
  try {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink())
      return { kind: 'refused', message: 'is a symbolic link, and elastiform never writes through one' };
    return withLock({ folder, files: nodeFileSystem, subfolders: [] }, WAIT_MILLISECONDS, work);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { code, message, path = folder } = error;
    return { kind: 'io', path, code, message };
  }
}

const WAIT_MILLISECONDS = 5000;
