import { invariant } from '../../util/invariant.ts';
import type { TextEdit } from '../diagnostic.ts';
import { withoutByteOrderMark } from '../load/parse-yaml.ts';
import { compareSpans } from '../span.ts';

/**
 * The text with its stretches replaced; not a character outside of them changes, a byte order mark included.
 *
 * @param text as it is in the file
 * @param edits of this one text, in any order; two that insert at one place keep their order
 * @throws when edits overlap or leave the text: they were made for another one
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const content = withoutByteOrderMark(text);
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => compareSpans(a.edit.span, b.edit.span) || a.index - b.index);
  let result = text.slice(0, text.length - content.length);
  let at = 0;
  for (const { edit } of sorted) {
    const { start, end } = edit.span;
    invariant(start.offset >= at && end.offset <= content.length, 'edits of one text do not overlap');
    result += content.slice(at, start.offset) + edit.text;
    at = end.offset;
  }
  return result + content.slice(at);
}
