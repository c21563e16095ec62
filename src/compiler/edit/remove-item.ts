import type { TextEdit } from '../diagnostic.ts';
import type { SourceText } from '../load/source-text.ts';
import type { Outcome } from '../outcome.ts';
import type { SourceList, SourceNode } from '../source-tree.ts';
import { formatPath, type SpecPath } from '../spec-path.ts';
import { type Editable, editing, walk } from './editable.ts';
import { before, isFlow, lineStart, nextLine, type RawEdit } from './layout.ts';
import { type Plain, plainOf } from './plain.ts';
import { Refusal } from './refusal.ts';
import { refuseComment } from './set-value.ts';

/**
 * The edits that take one item out of a list. A list that loses its last item stays as `[]`. The comment on the line of
 * a short item goes with it; comments above it stay, because they may be about more.
 *
 * @param path of the item; its last part is the position
 * @returns as `setValue` does
 */
export function removeItem(document: Editable, path: SpecPath): Outcome<readonly TextEdit[]> {
  return editing(document, path, ({ source, root }) => {
    const { nodes, entries, rest } = walk(root, path);
    const list = nodes.at(-2);
    if (rest.length > 0 || list?.kind !== 'list') {
      const at = entries.findLast((step) => step)?.keySpan ?? source.span(0, 0);
      throw new Refusal('edit/no-such-key', `${document.file} does not say ${formatPath(path)}`, at);
    }
    const index = Number(path.at(-1));
    const edit = isFlow(source, list)
      ? fromFlow(source, list, index)
      : fromBlock(source, list, index, entries.at(-2)?.keySpan.end.offset);
    return { edits: [edit], meant: without(plainOf(root), path) };
  });
}

function fromFlow(source: SourceText, { items }: SourceList, index: number): RawEdit {
  const { span } = items[index] as SourceNode;
  const next = items[index + 1];
  const previous = items[index - 1];
  const edit = next
    ? { from: span.start.offset, to: next.span.start.offset, text: '' }
    : { from: previous?.span.end.offset ?? span.start.offset, to: span.end.offset, text: '' };
  refuseComment(source, edit.from, edit.to);
  return edit;
}

/** @param keyEnd of the key of the list, for a list that becomes empty */
function fromBlock(
  source: SourceText,
  { items, span: whole }: SourceList,
  index: number,
  keyEnd: number | undefined,
): RawEdit {
  const { span } = items[index] as SourceNode;
  if (items.length === 1) {
    const from = keyEnd === undefined ? whole.start.offset : source.text.indexOf(':', keyEnd) + 1;
    refuseComment(source, from, whole.end.offset);
    return { from, to: whole.end.offset, text: ' []' };
  }
  const start = lineStart(source, span.start.offset);
  const dash = before(source, span.start.offset);
  // A list of lists has two dashes on the line, and a list on the line of its key none of its own.
  if (!/^\s*-\s+$/.test(dash)) {
    const at = source.span(span.start.offset, span.end.offset);
    throw new Refusal('edit/layout', 'the item does not stand on lines of its own', at);
  }
  return { from: start, to: nextLine(source, span.end.offset), text: '' };
}

function without(plain: Plain, [part = '', ...rest]: SpecPath): Plain {
  if (Array.isArray(plain)) {
    const at = Number(part);
    return rest.length === 0
      ? plain.filter((_, index) => index !== at)
      : plain.map((item: Plain, index) => (index === at ? without(item, rest) : item));
  }
  if (!(plain instanceof Map)) return plain;
  return new Map([...plain].map(([key, value]) => [key, key === part ? without(value, rest) : value]));
}
