import type { TextEdit } from '../diagnostic.ts';
import type { SourceText } from '../load/source-text.ts';
import type { Outcome } from '../outcome.ts';
import type { SourceEntry, SourceMap } from '../source-tree.ts';
import { formatPath, type SpecPath } from '../spec-path.ts';
import { type Editable, editing, walk } from './editable.ts';
import { before, endOf, endOfLines, isFlow, lineStart, nextLine, type RawEdit } from './layout.ts';
import { plainOf, withoutKey } from './plain.ts';
import { Refusal } from './refusal.ts';
import { refuseComment } from './set-value.ts';

/**
 * The edits that take a key with its value out of a spec file. A map that loses its last key stays as `{}`,
 * for an empty value would be `null`, which deletes what is inherited. The comment on the line of the key goes
 * with it; comments above it stay, because they may be about more.
 *
 * @returns as `setValue` does
 */
export function removeKey(document: Editable, path: SpecPath): Outcome<readonly TextEdit[]> {
  return editing(document, path, ({ source, root }) => {
    const { nodes, entries, rest } = walk(root, path);
    const entry = entries.at(-1);
    const map = nodes.at(-2);
    if (rest.length > 0 || !entry || map?.kind !== 'map') {
      const at = entries.findLast((step) => step)?.keySpan ?? source.span(0, 0);
      throw new Refusal('edit/no-such-key', `${document.file} does not say ${formatPath(path)}`, at);
    }
    const edits = isFlow(source, map)
      ? removeFromFlow(source, map, entry)
      : removeFromBlock(source, map, entry, entries.at(-2));
    return { edits, meant: withoutKey(plainOf(root), path) };
  });
}

function removeFromBlock(
  source: SourceText,
  map: SourceMap,
  entry: SourceEntry,
  parent: SourceEntry | undefined,
): readonly RawEdit[] {
  if (map.entries.size === 1) {
    const colon = parent ? source.text.indexOf(':', parent.keySpan.end.offset) + 1 : map.span.start.offset;
    refuseComment(source, colon, entry.keySpan.start.offset);
    return [{ from: colon, to: endOf(source, entry), text: parent ? ' {}' : '{}' }];
  }
  const from = lineStart(source, entry.keySpan.start.offset);
  return [{ from, to: endOfLines(source, entry), text: '' }];
}

function removeFromFlow(source: SourceText, map: SourceMap, entry: SourceEntry): readonly RawEdit[] {
  const entries = [...map.entries.values()];
  const index = entries.indexOf(entry);
  const previous = entries[index - 1];
  const next = entries[index + 1];
  const from = entry.keySpan.start.offset;
  const to = endOf(source, entry);
  const isAlone =
    before(source, from).trim() === '' && /^\s*,?\s*(?:#|$)/.test(source.text.slice(to, source.lineEnd(to)));
  if (isAlone) return [{ from: lineStart(source, from), to: nextLine(source, to), text: '' }];
  const edit = next
    ? { from, to: next.keySpan.start.offset, text: '' }
    : { from: previous ? endOf(source, previous) : from, to, text: '' };
  refuseComment(source, edit.from, edit.to);
  return [edit];
}
