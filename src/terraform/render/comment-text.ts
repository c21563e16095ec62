import { INVISIBLE } from './characters.ts';

/**
 * Lines for a comment, without `#`: none can leave its line or hide part of it. Line ends and tabs become
 * blanks, other invisible characters become U+FFFD; trailing blanks go.
 */
export function commentText(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (ASCII.test(line) ? line : visible(line)).trimEnd());
}

/** Nearly every line: it has nothing that would have to go. */
const ASCII = /^[ -~]*$/;

function visible(line: string): string {
  return line.replace(/[\t-\r\u0085\u2028\u2029]/g, ' ').replace(new RegExp(INVISIBLE, 'gu'), '\ufffd');
}
