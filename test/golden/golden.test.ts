import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { terraformOnPath } from '../../src/terraform/render/terraform-for-tests.ts';
import { goldenNames, goldenTree } from '../support/golden-specs.ts';

// `npm run golden` writes what the compiler makes; read the difference before you commit it.
const TREES = 'test/golden/trees';
const isUpdate = process.env['GOLDEN'] === 'update';

describe.each(goldenNames)('the golden spec %s', (name) => {
  it.each(['hcl', 'json'] as const)('gives its tree as %s, no file more and none less', async (format) => {
    const folder = join(TREES, name, format);
    const tree = await goldenTree(name, format);
    if (isUpdate) replaceFolder(folder, tree);
    expect(Object.fromEntries(tree)).toEqual(readFolder(folder));
  });
});

it('belongs to every tree', () => {
  expect(readdirSync(TREES).sort()).toEqual(goldenNames);
});

// Here, behind the tests that may write the trees.
const why = terraformOnPath ? '' : ' (skipped: terraform is not on PATH)';

it.skipIf(!terraformOnPath)(`is as terraform fmt writes it, in every tree${why}`, () => {
  const { status, stdout } = spawnSync('terraform', ['fmt', '-check', '-recursive', TREES], {
    encoding: 'utf8',
  });
  expect([stdout, status]).toEqual(['', 0]);
});

function replaceFolder(folder: string, tree: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of tree) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function readFolder(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}
