import type { Span } from '../../compiler/span.ts';
import { sanitize } from '../sanitize.ts';

export interface FrameLine {
  /** `31 |`, or spaces and the bar under a line. */
  readonly gutter: string;
  readonly line: string;
  readonly isCaret: boolean;
}

// Longer lines are cut around the place, with room to see what stands before it.
const COLUMNS = 100;
const BEFORE = 40;

/** The line of a span with one line above and below, and carets under what is meant. */
export function codeFrame(text: string, span: Span): readonly FrameLine[] {
  const lines = linesOf(text);
  const last = Math.min(span.start.line + 1, lines.length);
  const width = String(last).length;
  const offset = Math.max(0, span.start.column - 1 > COLUMNS - 20 ? span.start.column - 1 - BEFORE : 0);
  const result: FrameLine[] = [];
  for (let number = Math.max(1, span.start.line - 1); number <= last; number += 1) {
    const line = lines[number - 1] ?? '';
    // The empty line behind the end of a file tells nothing.
    if (number === lines.length && line === '' && number !== span.start.line) continue;
    result.push({ gutter: `${String(number).padStart(width)} |`, line: cut(line, offset), isCaret: false });
    if (number === span.start.line) {
      result.push({ gutter: `${' '.repeat(width)} |`, line: caret(line, span, offset), isCaret: true });
    }
  }
  return result;
}

/** Findings of one file follow each other, and a large file takes longer to split than to show a place of it. */
function linesOf(text: string): readonly string[] {
  if (latest?.text !== text) latest = { text, lines: text.split(/\r?\n/) };
  return latest.lines;
}

let latest: { readonly text: string; readonly lines: readonly string[] } | undefined;

function cut(line: string, offset: number): string {
  return visible(line.slice(offset, offset + COLUMNS));
}

function caret(line: string, { start, end }: Span, offset: number): string {
  const from = start.column - 1;
  const to = end.line === start.line ? end.column - 1 : line.length;
  const before = visible(line.slice(offset, from));
  const under = visible(line.slice(from, Math.min(to, offset + COLUMNS)));
  return `${' '.repeat(columnsOf(before))}${'^'.repeat(Math.max(1, columnsOf(under)))}`;
}

/** A tab has no fixed width, so it is shown as one space. */
function visible(text: string): string {
  return sanitize(text).replaceAll('\t', ' ');
}

/** Code points; wide characters are the exception in specs, and a caret that is off by one is no harm. */
function columnsOf(text: string): number {
  return [...text].length;
}
