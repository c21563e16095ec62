import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOME = join(ROOT, 'dist/checkout');

/**
 * The folder of a bundle of the sources as they are now; it is made when they have changed since the last time.
 *
 * @returns {Promise<string | undefined>} nothing where it cannot be kept, such as in a folder that may only be read
 */
export async function freshBundle() {
  const folder = join(HOME, stampOfSources());
  if (existsSync(folder)) return folder;
  const draft = join(HOME, `draft-${randomUUID()}`);
  try {
    mkdirSync(draft, { recursive: true });
  } catch {
    return undefined;
  }
  const { bundleInto } = await import('./bundle.js');
  const { inputs } = await bundleInto(draft);
  writeFileSync(join(draft, INPUTS), JSON.stringify(inputs));
  removeOld();
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** In the folder of a bundle: the files of the checkout that went into it. */
export const INPUTS = 'inputs.json';

/** Changes with the name, size or time of any source. */
function stampOfSources() {
  const hash = createHash('sha256');
  const add = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  for (const folder of ['src', 'tools/package'])
    for (const file of readdirSync(join(ROOT, folder), { recursive: true }).sort())
      if (/(?<!\.test)\.(?:ts|js|json)$/.test(file)) add(join(ROOT, folder, file));
  add(join(ROOT, 'package-lock.json'));
  add(join(ROOT, 'package.json'));
  return hash.digest('hex').slice(0, 16);
}

const AN_HOUR_IN_MS = 3_600_000;

/** One that is an hour old may still be in use, and is in nobody's way. */
function removeOld() {
  for (const name of readdirSync(HOME)) {
    const path = join(HOME, name);
    if (Date.now() - statSync(path).mtimeMs > AN_HOUR_IN_MS) rmSync(path, { recursive: true, force: true });
  }
}
