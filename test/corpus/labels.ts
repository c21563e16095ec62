import { createSourceText } from '../../src/compiler/load/source-text.ts';
import type { Span } from '../../src/compiler/span.ts';

/** What a person says must be found, and exactly where. */
export interface Label {
  readonly code: string;
  readonly span: Span;
}

/**
 * Takes the marks out of a text: `«…»` is where `code` must be found, `«other/code|…»` where another one. Pairs
 * may be empty, span lines and stand in each other.
 *
 * @throws Error for a mark without its pair
 */
export function readLabels(
  file: string,
  marked: string,
  code: string,
): { readonly text: string; readonly labels: readonly Label[] } {
  let text = '';
  const open: { code: string; from: number }[] = [];
  const found: { code: string; from: number; to: number }[] = [];
  let rest = 0;
  for (const { 0: mark, 1: other, index } of marked.matchAll(/«(?:([a-z-]+\/[a-z0-9-]+)\|)?|»/g)) {
    text += marked.slice(rest, index);
    rest = index + mark.length;
    if (mark !== '»') {
      open.push({ code: other ?? code, from: text.length });
      continue;
    }
    const last = open.pop();
    if (!last) throw new Error(`${file} has » without «`);
    found.push({ ...last, to: text.length });
  }
  if (open.length > 0) throw new Error(`${file} has « without »`);
  text += marked.slice(rest);
  // Where the compiler counts from: a byte order mark is no character of the text.
  const shift = text.startsWith('\ufeff') ? 1 : 0;
  const source = createSourceText(file, text.slice(shift));
  const labels = found.map((label) => ({
    code: label.code,
    span: source.span(label.from - shift, label.to - shift),
  }));
  return { text, labels };
}
