/**
 * Matches one character that a reader of the file cannot see or that changes how the text around it is
 * shown: controls, zero-width and bidirectional characters, the byte order mark, line separators, and halves
 * of surrogate pairs.
 */
export const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

// Letters that merge with whatever follows them; the other characters of that kind (UAX #29, Prepend) are
// invisible anyway.
const PREPENDED = '\u0d4e\u{111c2}\u{111c3}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}';

/**
 * Matches one character that must not stand in a JSON file: an invisible one, or one that Terraform's JSON
 * scanner, which walks over user-perceived characters, merges with the quote that ends the string.
 *
 * @source measured with Terraform 1.11.4: `"…\u0d4e"` written raw is an invalid JSON string
 */
export const UNSAFE_IN_JSON = new RegExp(`${INVISIBLE.source}|[${PREPENDED}]`, 'u');

/**
 * Matches one character that may merge with a neighbour into one user-perceived character: marks, Hangul
 * parts, flags, skin tones, and the letters above.
 *
 * `terraform fmt` aligns `=` by such clusters, so keys without these characters have a width that needs no
 * Unicode tables.
 */
export const CLUSTERING = new RegExp(
  `[${PREPENDED}\\p{M}\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uff9e\uff9f\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]`,
  'u',
);
