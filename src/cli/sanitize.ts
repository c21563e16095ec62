/**
 * Makes text safe to print: what a spec, a file name or an error says must not move the cursor, recolour the
 * terminal or read differently from what it is. Line feeds and tabs stay.
 *
 * Removed: C0 and C1 controls, DEL, bidirectional overrides and isolates, zero-width characters, lone
 * surrogates (hardening reference §1; C1 U+009B slips through naive filters).
 */
export function sanitize(text: string): string {
  return text.replace(UNSAFE, '');
}

/** Every unsafe character. */
export const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu;
