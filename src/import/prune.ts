import type { ResolvedSpec } from '../compiler/compile.ts';
import type { Cell } from '../compiler/resolve/cell.ts';
import { type SpecTree, without } from './build/spec-tree.ts';

type Path = readonly string[];

/**
 * The tree without the leaves that the language would give by itself. All are taken away at first; those that then come
 * out differently, because their default is another or follows from one that went, come back until none is left.
 *
 * @param resolve undefined where a tree has no model
 */
export function prune(
  tree: SpecTree,
  optional: readonly Path[],
  resolve: (tree: SpecTree) => ResolvedSpec | undefined,
): SpecTree {
  const full = resolve(tree);
  if (!full) return tree;
  let gone = optional;
  while (gone.length > 0) {
    const pruned = without(tree, gone);
    const now = resolve(pruned);
    if (!now) return tree;
    const kept = gone.filter((path) => writtenAt(full.cells, path) === writtenAt(now.cells, path));
    if (kept.length === gone.length) return pruned;
    gone = kept;
  }
  return tree;
}

function writtenAt(root: Cell, path: Path): string | undefined {
  let cell: Cell | undefined = root;
  for (const key of path) cell = cell?.kind === 'leaf' ? undefined : cell?.entries.get(key);
  return cell?.kind === 'leaf' ? JSON.stringify(cell.written) : undefined;
}
