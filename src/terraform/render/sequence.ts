import { invariant } from '../../util/invariant.ts';

/**
 * Where a `${…}` or `%{…}` ends. Knows braces, quoted strings, and sequences inside those strings.
 *
 * @param start index just after the opening brace
 * @returns index just after the closing brace
 * @throws an invariant when it is not closed or holds a control character. A line end is one: outside
 * brackets it would end the attribute, and inside them `terraform fmt` would want another indentation
 */
export function findSequenceEnd(template: string, start: number): number {
  let depth = 1;
  let index = start;
  while (index < template.length) {
    const character = template[index]!;
    if (isControl(template.charCodeAt(index)))
      invariant(false, `a control character in the expression of ${where(template)}`);
    index += 1;
    if (character === '"') index = findQuoteEnd(template, index);
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) return index;
  }
  invariant(false, `an expression is not closed in ${where(template)}`);
}

/** @param start index just after the opening quote; the result is just after the closing one */
function findQuoteEnd(template: string, start: number): number {
  let index = start;
  while (index < template.length) {
    const character = template[index]!;
    if (isControl(template.charCodeAt(index)))
      invariant(false, `a control character in the expression of ${where(template)}`);
    if (character === '"') return index + 1;
    const isMarker = character === '$' || character === '%';
    if (character === '\\') index += 2;
    else if (isMarker && template[index + 1] === '{') index = findSequenceEnd(template, index + 2);
    // `$${` is text; skipping it whole keeps its last two characters from looking like an opening.
    else if (isMarker && template[index + 1] === character && template[index + 2] === '{') index += 3;
    else index += 1;
  }
  invariant(false, `a quote inside an expression is not closed in ${where(template)}`);
}

/** `\p{Cc}`, which has no other characters. Told by the code: a regular expression for each character is slow. */
function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

function where(template: string): string {
  return JSON.stringify(template.length > 80 ? `${template.slice(0, 80)}…` : template);
}
