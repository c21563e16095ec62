import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isSystemError } from './write/system-error.ts';

/**
 * Writes a file that is not there yet. What stands there stays, be it a link that leads nowhere.
 *
 * @param path absolute
 */
export function createFile(path: string, text: string): 'created' | 'exists' | { readonly problem: string } {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
    return 'created';
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'EEXIST' ? 'exists' : { problem: `cannot be written (${error.code})` };
  }
}
