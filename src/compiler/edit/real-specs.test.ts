import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../load/parse-yaml.ts';
import type { SourceNode } from '../source-tree.ts';
import { changeSpec } from './change-spec.ts';
import { unifiedDiff } from './unified-diff.ts';

const FOLDERS = ['../../../specs', '../../../test/golden/specs'].map(
  (folder) => new URL(`${folder}/`, import.meta.url),
);
const specs = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    // Variants of another golden spec have a hyphen in their name.
    .filter((name) => name.endsWith('.yaml') && !name.includes('-'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
);

/** Paths of all scalars, and of all maps. */
function pathsOf(
  node: SourceNode,
  path: readonly string[] = [],
): { scalars: (readonly string[])[]; maps: (readonly string[])[] } {
  // A text block stands on several lines, and all of them give way.
  if (node.kind === 'scalar')
    return { scalars: node.span.start.line === node.span.end.line ? [path] : [], maps: [] };
  const children =
    node.kind === 'list'
      ? node.items.map((item, index) => [String(index), item] as const)
      : [...node.entries].map(([key, { value }]) => [key, value] as const);
  const below = children.map(([key, child]) => pathsOf(child, [...path, key]));
  return {
    scalars: below.flatMap(({ scalars }) => scalars),
    maps: [...(node.kind === 'map' ? [path] : []), ...below.flatMap(({ maps }) => maps)],
  };
}

/** Each edit reads the whole file twice, and the largest spec has a thousand values. */
function some<T>(paths: readonly T[]): readonly T[] {
  const step = Math.ceil(paths.length / 30);
  return paths.filter((_, index) => index % step === 0);
}

const changedLines = (before: string, after: string) =>
  unifiedDiff('s', before, after)
    .split('\n')
    .slice(2)
    .filter((line) => /^[-+]/.test(line));

describe.each(specs)('%s', (file, text) => {
  const root = parseYaml(file, text).value as SourceNode;
  const { scalars, maps } = pathsOf(root);

  it('takes any value on one line', () => {
    for (const path of some(scalars)) {
      const after = changeSpec({ file, text }, [{ path, value: 'other' }]).text;
      expect(changedLines(text, after ?? ''), path.join('.')).toHaveLength(2);
    }
  });

  it('takes a new key in any map, and loses it without a trace', () => {
    for (const path of some(maps)) {
      const key = [...path, 'brandNew'];
      const added = changeSpec({ file, text }, [{ path: key, value: 7 }]).text;
      expect(changedLines(text, added ?? '').length, path.join('.')).toBeLessThanOrEqual(2);
      expect(
        changeSpec({ file, text: added ?? '' }, [{ path: key, remove: true }]).text,
        path.join('.'),
      ).toBe(text);
    }
  });
});
