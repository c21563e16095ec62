import type { Diagnostic, TextEdit } from '../diagnostic.ts';
import { parseYaml, withoutByteOrderMark } from '../load/parse-yaml.ts';
import { createSourceText, type SourceText } from '../load/source-text.ts';
import type { Outcome } from '../outcome.ts';
import type { SourceEntry, SourceMap, SourceNode } from '../source-tree.ts';
import { formatPath, type SpecPath } from '../spec-path.ts';
import { applyEdits } from './apply-edits.ts';
import type { RawEdit } from './layout.ts';
import { type Plain, plainOf, samePlain } from './plain.ts';
import { Refusal } from './refusal.ts';

/** One spec file as it stands on disk. */
export interface Editable {
  /** For spans and findings, relative to the project folder. */
  readonly file: string;
  /** With its byte order mark, if it has one. */
  readonly text: string;
}

/** A file that was read without a mistake. */
export interface Opened {
  readonly source: SourceText;
  readonly root: SourceMap;
}

/**
 * Makes edits of a file and proves them: the text with the edits must read as the tree that was meant, in
 * every place, or nothing is changed. What the layout code does not foresee ends in a refusal, never in a
 * broken file.
 */
export function editing(
  { file, text }: Editable,
  path: SpecPath,
  make: (opened: Opened) => { readonly edits: readonly RawEdit[]; readonly meant: Plain },
): Outcome<readonly TextEdit[]> {
  const parsed = parseYaml(file, text);
  const root = parsed.value;
  if (!root || parsed.diagnostics.some(({ severity }) => severity === 'error'))
    return { diagnostics: parsed.diagnostics };
  const source = createSourceText(file, withoutByteOrderMark(text));
  try {
    const { edits, meant } = make({ source, root });
    const made = edits.map(({ from, to, text: replacement }) => ({
      span: source.span(from, to),
      text: replacement,
    }));
    const after = parseYaml(file, applyEdits(text, made));
    if (!after.value || after.diagnostics.length > 0 || !samePlain(plainOf(after.value), meant)) {
      const [mistake] = after.diagnostics;
      const why = mistake?.message ?? 'more would change than this value';
      const message = `${formatPath(path)} cannot be changed: ${why}`;
      throw new Refusal('edit/layout', message, nearest(root, path));
    }
    return { value: made, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { diagnostics: [error.diagnostic] };
  }
}

/** How far a path leads into a tree. */
export interface Walk {
  /** From the root on; one longer than `entries`. */
  readonly nodes: readonly SourceNode[];
  /** The entry of each step; absent for an item of a list. */
  readonly entries: readonly (SourceEntry | undefined)[];
  /** What of the path is not there. */
  readonly rest: SpecPath;
}

/** @throws Refusal when something on the way is repeated by an alias */
export function walk(root: SourceMap, path: SpecPath): Walk {
  const shared = sharedNodes(root);
  const nodes: SourceNode[] = [root];
  const entries: (SourceEntry | undefined)[] = [];
  for (const [index, part] of path.entries()) {
    const node = nodes.at(-1) as SourceNode;
    const entry = node.kind === 'map' ? node.entries.get(part) : undefined;
    const next =
      entry?.value ??
      (node.kind === 'list' && /^[0-9]{1,9}$/.test(part) ? node.items[Number(part)] : undefined);
    if (!next) return { nodes, entries, rest: path.slice(index) };
    if (shared.has(next)) {
      const message = `${formatPath(path.slice(0, index + 1))} is repeated with an alias`;
      throw new Refusal('edit/shared-value', message, entry?.keySpan ?? next.span);
    }
    nodes.push(next);
    entries.push(entry);
  }
  return { nodes, entries, rest: [] };
}

/** The key of the deepest node that is there. */
function nearest(root: SourceMap, path: SpecPath): Diagnostic['at'] & object {
  let node: SourceNode | undefined = root;
  let span = root.span;
  for (const part of path) {
    const entry: SourceEntry | undefined = node?.kind === 'map' ? node.entries.get(part) : undefined;
    if (!entry) break;
    span = entry.keySpan;
    node = entry.value;
  }
  return span;
}

/** Nodes that stand at two places of the tree: what an anchor names and an alias repeats. */
function sharedNodes(root: SourceMap): ReadonlySet<SourceNode> {
  const seen = new Set<SourceNode>();
  const shared = new Set<SourceNode>();
  const visit = (node: SourceNode): void => {
    if (seen.has(node)) {
      shared.add(node);
      return;
    }
    seen.add(node);
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind === 'map') for (const { value } of node.entries.values()) visit(value);
  };
  visit(root);
  return shared;
}
