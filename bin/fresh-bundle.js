import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HOME = join(ROOT, 'dist');

/**
 * The address of a bundle of the sources as they are now; it is made when they have changed since the last time.
 *
 * @returns nothing where it cannot be kept, such as in a folder that may only be read
 */
export async function freshBundle() {
  const folder = join(HOME, stampOfSources());
  const entry = pathToFileURL(join(folder, 'main.js')).href;
  if (existsSync(folder)) return entry;
  const draft = join(HOME, `draft-${randomUUID()}`);
  try {
    mkdirSync(draft, { recursive: true });
  } catch {
    return undefined;
  }
  await bundleInto(draft);
  removeOld();
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
  return entry;
}

/** Changes with the name, size or time of any source. */
function stampOfSources() {
  const hash = createHash('sha256');
  const add = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  for (const file of readdirSync(join(ROOT, 'src'), { recursive: true }).sort())
    if (/(?<!\.test)\.(?:ts|json)$/.test(file)) add(join(ROOT, 'src', file));
  add(join(ROOT, 'package.json'));
  return hash.digest('hex').slice(0, 16);
}

async function bundleInto(folder) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/main.ts'],
    outdir: folder,
    bundle: true,
    // Commands and cdktf are loaded when they are needed.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // What is installed stays where it is; the bindings alone are 500 MB.
    packages: 'external',
    logLevel: 'error',
  });
}

const AN_HOUR_IN_MS = 3_600_000;

/** One that is an hour old may still be in use, and is in nobody's way. */
function removeOld() {
  for (const name of readdirSync(HOME)) {
    const path = join(HOME, name);
    if (Date.now() - statSync(path).mtimeMs > AN_HOUR_IN_MS) rmSync(path, { recursive: true, force: true });
  }
}
