/** A place in a text: `line` and `column` start at 1, `offset` at 0; all count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/**
 * A stretch of one spec file, from the first character of a token to the place after its last.
 *
 * `file` is written with forward slashes and relative to the project folder, so that output is the same
 * on every machine.
 */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** Reading order: by file, then by place. Compares code units, never a locale. */
export function compareSpans(a: Span, b: Span): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start.offset - b.start.offset || a.end.offset - b.end.offset;
}
