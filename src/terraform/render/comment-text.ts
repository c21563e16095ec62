import { INVISIBLE } from './characters.ts';

/**
 * Lines for a comment, without `#`: none can leave its line or hide part of it. Line ends and tabs become
 * blanks, other invisible characters become U+FFFD; trailing blanks go.
 */
export function commentText(lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    line
      .replace(/[\t-\r\u0085\u2028\u2029]/g, ' ')
      .replace(new RegExp(INVISIBLE, 'gu'), '\ufffd')
      .trimEnd(),
  );
}
