import type { Suggestion } from '../diagnostic.ts';
import type { SourceNode } from '../source-tree.ts';
import type { SourceText } from './source-text.ts';

/**
 * How to remove a key that says the same a second time, where it stands on a line of its own or between commas.
 *
 * @param from where the key starts
 */
export function removalOfPair(source: SourceText, from: number, value: SourceNode): readonly Suggestion[] {
  const { text } = source;
  const line = source.lineStart(source.lineAt(from));
  const end = source.lineEnd(from);
  const to = value.span.end.offset;
  // A value that stands elsewhere is an alias, and one over several lines has more around it than can be seen here.
  if (to <= from || to > end) return [];
  const before = text.slice(line, from);
  const comma = /,[ \t]*$/.exec(before);
  const isAlone = before.trim() === '' && /^[ \t]*(?:#.*)?$/.test(text.slice(to, end));
  const span = isAlone
    ? source.span(line, source.lineStart(source.lineAt(from) + 1))
    : comma && source.span(line + comma.index, to);
  if (!span) return [];
  return [{ message: 'remove it', edits: [{ span, text: '' }], applicability: 'machine' }];
}
