import type { ScalarToken } from './build-scalar.ts';

type PlainToken = Exclude<ScalarToken, { type: 'block-scalar' }>;

/**
 * Cuts a plain scalar before its last line or word: without a comma, a colon or the right indentation, the
 * parser takes the end of one entry and the key of the next for one text.
 */
export function splitPlain(
  token: PlainToken,
  at: 'line' | 'word',
): { before: PlainToken; after: PlainToken } | undefined {
  const cut = at === 'line' ? token.source.lastIndexOf('\n') : token.source.search(/\s\S*$/);
  if (cut === -1) return undefined;
  const before = token.source.slice(0, cut).trimEnd();
  const after = token.source.slice(cut).trimStart();
  const offset = token.offset + token.source.length - after.length;
  return {
    before: { ...token, source: before, end: [] },
    after: { ...token, source: after, offset, end: [] },
  };
}
