import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from './write/system-error.ts';

/** The bundle from which this command runs, as `bin/start.js` says it. */
export interface Bundle {
  /** Absolute. */
  readonly folder: string;
  /** Where what can be made again may be kept, of this user alone; nothing where the user wants none. */
  readonly caches: string | undefined;
  /** A script that runs the same bundle in a thread of its own. */
  readonly worker: string;
}

/** @returns nothing when the sources run as they are, for instance in a test */
export function thisBundle(): Bundle | undefined {
  return (globalThis as { [SAID_BY_START]?: Bundle })[SAID_BY_START];
}

/** What tells this compiler from every other one: all of its code, and the versions of what it is run by. */
export function stampOf({ folder }: Pick<Bundle, 'folder'>): string | undefined {
  try {
    const heads = readdirSync(folder)
      .filter((name) => name.endsWith('.cjs'))
      .sort()
      .map((name) => `${name} ${headOf(join(folder, name))}`);
    // Node's own data of time zones and characters decides words and times as well.
    const { node, icu, tz, unicode } = process.versions;
    return JSON.stringify([heads, process.arch, node, icu, tz, unicode]);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

const SAID_BY_START = Symbol.for('elastiform.bundle');

/** The first line of every file of a bundle is the hash of what follows. */
function headOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(64);
    const text = bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, 0));
    return text.slice(0, text.indexOf('\n'));
  } finally {
    closeSync(file);
  }
}
