import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { shortHash } from '../util/short-hash.ts';
import { ignoringSystemErrors, isSystemError } from './write/system-error.ts';

/**
 * What a run leaves for the next one, in the folder of the user for what can be made again. Whatever is wrong with it,
 * there is none: the next run takes longer, and nothing else is different.
 */
export interface SkipIndex {
  /** @returns plain data as it was kept, or nothing */
  read(): unknown;
  keep(data: unknown): void;
}

/**
 * @param caches absolute; of the user alone
 * @param name says what it is of: project, output, format
 */
export function skipIndex(caches: string, name: string): SkipIndex {
  const folder = join(caches, 'unchanged');
  // The format of what is kept is that of this version of Node.
  const path = join(folder, shortHash(`${process.version} ${name}`, 32));
  return {
    read() {
      const bytes = readIfPossible(path);
      if (!bytes?.subarray(0, HASH_BYTES).equals(hashOf(bytes.subarray(HASH_BYTES)))) return undefined;
      return deserialize(bytes.subarray(HASH_BYTES));
    },
    keep(data) {
      const bytes = serialize(data);
      ignoringSystemErrors(() => {
        fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
        const draft = `${path}.${process.pid}`;
        fs.writeFileSync(draft, Buffer.concat([hashOf(bytes), bytes]), { mode: 0o600 });
        fs.renameSync(draft, path);
        removeOld(folder);
      });
    },
  };
}

const HASH_BYTES = 32;

function readIfPossible(path: string): Buffer | undefined {
  try {
    return fs.readFileSync(path);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

/** Tells what was cut short or damaged. */
function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

const A_MONTH_IN_MS = 30 * 86_400_000;

function removeOld(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - fs.statSync(path).mtimeMs > A_MONTH_IN_MS) fs.unlinkSync(path);
  }
}
