import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Cell, LeafCell } from '../../src/compiler/resolve/cell.ts';
import { resolvedJson, resolvedYaml } from '../../src/compiler/resolve/print.ts';
import { formatPath } from '../../src/compiler/spec-path.ts';
import { compileFile, errorsOf, treeOf } from '../support/compile-folder.ts';
import { goldenFile, ledgerBeside, mainGoldenNames } from '../support/golden-specs.ts';

const files = [
  ...['dev', 'staging', 'prod'].map((name) => `specs/${name}.yaml`),
  ...mainGoldenNames.map(goldenFile),
];

describe.each(files)('%s', (file) => {
  const { spec } = compileFile(file);
  const cells = spec!.cells;
  const tree = (replaced?: ReadonlyMap<string, string>) =>
    treeOf(file, replaced, 'hcl', ledgerBeside(file)).then((files) => Object.fromEntries(files));
  let asWritten: ReturnType<typeof tree> | undefined;
  const treeAsWritten = () => {
    asWritten ??= tree();
    return asWritten;
  };

  it.each([false, true])('gives the same tree when it is resolved first (origins: %s)', async (origins) => {
    const resolved = new Map([[file, resolvedYaml(cells, origins)]]);
    expect(errorsOf(compileFile(file, resolved))).toEqual([]);
    // With origins it is the same YAML with comments behind the values.
    if (origins) expect(parse([...resolved.values()][0]!)).toEqual(parse(resolvedYaml(cells, false)));
    else expect(await tree(resolved)).toEqual(await treeAsWritten());
  });

  it('is, once resolved, written in full: resolving it again changes nothing', () => {
    const text = resolvedYaml(cells, false);
    const again = compileFile(file, new Map([[file, text]])).spec!.cells;
    expect(resolvedYaml(again, false)).toBe(text);
    expect(leavesOf(again).filter(({ origin }) => origin.kind !== 'set')).toEqual([]);
  });

  it('says of every value where it comes from, once', () => {
    const { values } = JSON.parse(resolvedJson(cells)) as { values: { path: string; origin: object }[] };
    const leaves = leavesOf(cells);
    expect(new Set(values.map(({ path }) => path)).size).toBe(values.length);
    expect(values.map(({ path }) => path)).toEqual(
      // The file that is extended is no part of what results.
      leaves.map(({ path }) => formatPath(path)).filter((path) => path !== 'extends'),
    );
    for (const { path, origin } of values) expect([path, origin]).toEqual([path, expect.toSatisfy(isOrigin)]);
    for (const leaf of leaves) expect([formatPath(leaf.path), writtenAt(leaf)]).not.toContain('');
  });

  it('gives the same tree with the keys of every map in reverse', async () => {
    const reversed = new Map(
      filesOf(file).map((path) => [path, stringify(reverse(parse(readFileSync(path, 'utf8'))))]),
    );
    expect(await tree(reversed)).toEqual(await treeAsWritten());
  });
});

function leavesOf(cell: Cell): readonly LeafCell[] {
  return cell.kind === 'leaf' ? [cell] : [...cell.entries.values()].flatMap(leavesOf);
}

const KINDS = ['set', 'inherited', 'overrode', 'preset', 'default', 'derived'];

function isOrigin(origin: { readonly kind?: string }): boolean {
  return KINDS.includes(origin.kind ?? '');
}

/** The text that an origin points to; empty where it points to nothing. */
function writtenAt({ origin }: LeafCell): string | undefined {
  if (!('span' in origin)) return undefined;
  const { file, start, end } = origin.span;
  return readFileSync(file, 'utf8').slice(start.offset, end.offset).trim();
}

/** A spec and all that it extends. */
function filesOf(file: string): readonly string[] {
  const { extends: parent } = parse(readFileSync(file, 'utf8')) as { extends?: string };
  if (parent === undefined) return [file];
  return [file, ...filesOf(new URL(parent, `file:///${file}`).pathname.slice(1))];
}

function reverse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverse(item)]),
  );
}
