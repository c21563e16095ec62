import { UNSAFE } from '../sanitize.ts';

/**
 * JSON in which every character that could move a cursor or turn text around is written as `\uXXXX`, so that
 * it can be printed. Nothing is lost: whoever parses it gets the characters back.
 */
export function safeJson(value: unknown): string {
  // JSON.stringify writes line feeds inside of texts as \n; those that are left are its own layout.
  const text = JSON.stringify(value, null, 2).replace(UNSAFE, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
  return `${text}\n`;
}
