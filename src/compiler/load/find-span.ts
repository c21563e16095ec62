import type { SpecPlace } from '../diagnostic.ts';
import type { SourceEntry, SourceNode, SpecDocument } from '../source-tree.ts';
import type { Span } from '../span.ts';

/**
 * Where a place of the spec stands in the files: the value, or its key when the place asks for it. A list
 * item has no key, so its value stands for it.
 *
 * @returns for a path that does not exist, the key of the deepest existing ancestor; for the root, and when
 *   not even the first key exists, the start of the child's file
 */
export function findSpan(document: SpecDocument, place: SpecPlace): Span {
  let nearest = startOf(document);
  let entry: SourceEntry | undefined;
  let node: SourceNode = document.root;
  for (const part of place.path) {
    const next = childOf(node, part);
    if (!next) return nearest;
    entry = next.entry;
    node = next.node;
    nearest = entry?.keySpan ?? node.span;
  }
  if (place.path.length === 0 || place.on === 'key') return nearest;
  return node.span;
}

function childOf(node: SourceNode, part: string): { entry?: SourceEntry; node: SourceNode } | undefined {
  if (node.kind === 'map') {
    const entry = node.entries.get(part);
    return entry && { entry, node: entry.value };
  }
  if (node.kind === 'list' && /^(?:0|[1-9][0-9]{0,8})$/.test(part)) {
    const item = node.items[Number(part)];
    return item && { node: item };
  }
  return undefined;
}

function startOf({ file }: SpecDocument): Span {
  const start = { line: 1, column: 1, offset: 0 };
  return { file, start, end: start };
}
