import type { Position, Span } from '../span.ts';

/** The text of one file together with the table of its line starts. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** The span of the units `from` to before `to`; both are brought inside the text first. */
  span(from: number, to: number): Span;
  /** 1-based. Lines end at a line feed only, as in the code frames. */
  lineAt(offset: number): number;
  /** Where a line starts. */
  lineStart(line: number): number;
  /** Spaces and tabs at the start of a line; none where nothing but a comment follows them. */
  indentOf(line: number): number | undefined;
  /** Where the line of `offset` ends, before its line feed and carriage return. */
  lineEnd(offset: number): number;
}

// Deeper than any spec is nested.
const LONGEST_INDENT = 1024;

/** Numbers lines and columns of a text. @param text without byte order mark */
export function createSourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);

  // Whoever reads a text asks for its places roughly in their order.
  let latest = 1;
  const lineAt = (offset: number): number => {
    const isSame = (lineStarts[latest - 1] ?? 0) <= offset && offset < (lineStarts[latest] ?? Infinity);
    if (!isSame) latest = search(offset);
    return latest;
  };

  const search = (offset: number): number => {
    let low = 0;
    let high = lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };

  const position = (offset: number): Position => {
    const line = lineAt(offset);
    return { line, column: offset - (lineStarts[line - 1] ?? 0) + 1, offset };
  };

  return {
    file,
    text,
    lineAt,
    lineStart: (line) => lineStarts[line - 1] ?? text.length,
    indentOf(line) {
      const start = lineStarts[line - 1] ?? text.length;
      const end = Math.min(lineStarts[line] ?? text.length, start + LONGEST_INDENT);
      const indent = text.slice(start, end).search(/[^ \t]/);
      return indent === -1 || /[#\r\n]/.test(text.charAt(start + indent)) ? undefined : indent;
    },
    lineEnd(offset) {
      const feed = text.indexOf('\n', offset);
      if (feed === -1) return text.length;
      return feed > offset && text[feed - 1] === '\r' ? feed - 1 : feed;
    },
    span(from, to) {
      const start = Math.min(Math.max(from, 0), text.length);
      const end = Math.min(Math.max(to, start), text.length);
      return { file, start: position(start), end: position(end) };
    },
  };
}
