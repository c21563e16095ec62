import type { Cell, GroupCell } from '../compiler/resolve/cell.ts';
import type { SourceEntry, SourceMap, SourceNode, SpecDocument } from '../compiler/source-tree.ts';
import type { Span } from '../compiler/span.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import { invariant } from '../util/invariant.ts';

/**
 * The document as if somebody had written another value at the path. Sections on the way that nobody wrote are
 * made; a map of values that comes from a default is written out, for one written entry replaces all of it.
 */
export function documentWith(
  document: SpecDocument,
  cells: GroupCell,
  path: SpecPath,
  value: unknown,
): SpecDocument {
  const { span } = document.root;
  const root = nodeWith(document.root, cells, path, nodeOf(value, span), span);
  invariant(root.kind === 'map', 'the root is a map');
  return { ...document, root };
}

function nodeWith(
  node: SourceNode | undefined,
  cell: Cell | undefined,
  path: SpecPath,
  value: SourceNode,
  span: Span,
): SourceNode {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  const child = cell && cell.kind !== 'leaf' ? cell.entries.get(part) : undefined;
  if (node?.kind === 'list') {
    const items = node.items.map((item, index) =>
      String(index) === part ? nodeWith(item, child, rest, value, span) : item,
    );
    return { ...node, items };
  }
  const map = node?.kind === 'map' ? node : written(cell, span);
  const inside = nodeWith(map.entries.get(part)?.value, child, rest, value, span);
  return { ...map, entries: new Map(map.entries).set(part, entryOf(part, inside, span)) };
}

/** The entries of a map of values, which its default gave; a section needs none of them. */
function written(cell: Cell | undefined, span: Span): SourceMap {
  const entries = new Map<string, SourceEntry>();
  for (const [key, child] of cell?.kind === 'map' ? cell.entries : [])
    if (child.kind === 'leaf') entries.set(key, entryOf(key, nodeOf(child.written, span), span));
  return { kind: 'map', entries, span };
}

function entryOf(key: string, value: SourceNode, span: Span): SourceEntry {
  return { key, keySpan: span, value };
}

/** @param value as a person would write it in YAML */
function nodeOf(value: unknown, span: Span): SourceNode {
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => nodeOf(item, span)), span };
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, item]) => [key, entryOf(key, nodeOf(item, span), span)] as const,
    );
    return { kind: 'map', entries: new Map(entries), span };
  }
  invariant(
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null,
    'a spec holds scalars',
  );
  return { kind: 'scalar', value, source: String(value), quoted: typeof value === 'string', span };
}
