import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleInto } from '../tools/package/bundle.js';
import type { Program } from './measure.ts';

export const CHECKOUT = fileURLToPath(new URL('..', import.meta.url));

/** The command as `npm pack` has it, in a folder of its own and with a cache of its own. */
export interface PackageUnderTest {
  command(words: readonly string[], folder: string): Program;
}

export async function makePackage(folder: string): Promise<PackageUnderTest> {
  await bundleInto(join(folder, 'dist/package'));
  cpSync(join(CHECKOUT, 'bin'), join(folder, 'bin'), { recursive: true });
  const caches = join(folder, 'caches');
  mkdirSync(caches, { recursive: true, mode: 0o700 });
  return {
    command: (words, project) => ({
      words: [process.execPath, join(folder, 'bin/elastiform.js'), ...words],
      folder: project,
      // `--check` ends with 2 where nothing is written yet.
      codes: [2],
      environment: { XDG_CACHE_HOME: caches, NODE_COMPILE_CACHE: '', NODE_DISABLE_COMPILE_CACHE: '' },
    }),
  };
}
