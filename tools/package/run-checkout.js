import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { freshBundle } from './fresh-bundle.js';

/**
 * Runs the command from a bundle of the sources as they are now.
 *
 * @param {(folder: string, caches: string) => void} start
 */
export async function runCheckout(start) {
  const folder = await freshBundle();
  if (folder !== undefined) return start(folder, join(folder, 'compiled'));
  register();
  await import('../../src/main.ts');
}
