import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshBundle, INPUTS } from './fresh-bundle.js';
import { libraryTypes } from './library-types.ts';
import { noticesOf } from './notices.ts';

// Makes dist/package, which `npm pack` puts into the package: `npm run package`, and before every `npm pack`.
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'dist/package');
const hasTypes = !process.argv.includes('--without-types');

const made = await freshBundle();
if (made === undefined) throw new Error(`${folder} cannot be written`);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(made))
  if (name.endsWith('.cjs')) copyFileSync(join(made, name), join(folder, name));
const bundle = createRequire(import.meta.url)(join(folder, 'elastiform.cjs')) as { library(): object };
writeFileSync(join(folder, 'index.js'), libraryEntry(Object.keys(bundle.library())));
writeFileSync(
  join(folder, 'THIRD-PARTY.txt'),
  noticesOf(root, JSON.parse(readFileSync(join(made, INPUTS), 'utf8'))),
);
if (hasTypes) libraryTypes(root, join(folder, 'types'));

/** An ES module in front of the bundle. Its names are written out, for tools that only read. */
function libraryEntry(names: readonly string[]): string {
  const exports = [...names].sort().map((name) => `export const ${name} = library.${name};`);
  return [
    "import bundle from './elastiform.cjs';",
    '',
    'const library = bundle.library();',
    ...exports,
    '',
  ].join('\n');
}
