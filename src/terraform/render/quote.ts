import { CLUSTERING, INVISIBLE } from './characters.ts';
import { escapeTemplateMarkers, type TemplatePart } from './template.ts';

/** A template between quotes on one line: literal text escaped, `${…}` and `%{…}` kept. */
export function quoteTemplate(parts: readonly TemplatePart[]): string {
  return quote(parts, (character) => INVISIBLE.test(character));
}

/** As `quoteTemplate`, for the key of an object: every code point of its literal text is one column wide. */
export function quoteKey(parts: readonly TemplatePart[]): string {
  return quote(parts, (character) => INVISIBLE.test(character) || CLUSTERING.test(character));
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * Whether a template, or a literal part of one, means itself and stands as it is between quotes. So does
 * nearly every text, so that nobody needs to take it apart.
 */
export function isPlainText(text: string): boolean {
  return PLAIN.test(text);
}

/** ASCII without controls, quotes, backslashes, and braces that could open a sequence. */
const PLAIN = /^[ !#-[\]-z|}~]*$/;

function quote(parts: readonly TemplatePart[], isHidden: (character: string) => boolean): string {
  const inside = parts.map((part) => {
    if (part.kind !== 'literal') return part.open + part.expression + part.close;
    if (isPlainText(part.text)) return part.text;
    const characters = Array.from(escapeTemplateMarkers(part.text), (character) => {
      return SHORT_ESCAPES.get(character) ?? (isHidden(character) ? codePointEscape(character) : character);
    });
    return characters.join('');
  });
  return `"${inside.join('')}"`;
}

function codePointEscape(character: string): string {
  const hex = character.codePointAt(0)!.toString(16);
  return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}
