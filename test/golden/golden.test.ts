import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { treeOf } from '../support/compile-folder.ts';

// `npm run golden` writes what the compiler makes; read the difference before you commit it.
const SPECS = 'test/golden/specs';
const TREES = 'test/golden/trees';
const isUpdate = process.env['GOLDEN'] === 'update';

const names = readdirSync(SPECS).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length));

describe.each(names)('the golden spec %s', (name) => {
  it.each(['hcl', 'json'] as const)('gives its tree as %s, no file more and none less', async (format) => {
    const folder = join(TREES, name, format);
    const tree = await treeOf(`${SPECS}/${name}.yaml`, undefined, format);
    if (isUpdate) replaceFolder(folder, tree);
    expect(Object.fromEntries(tree)).toEqual(readFolder(folder));
  });
});

it('belongs to every tree', () => {
  expect(readdirSync(TREES).sort()).toEqual([...names].sort());
});

function replaceFolder(folder: string, tree: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of tree) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function readFolder(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}
