/**
 * A text that matches the pattern and is what the writer evidently meant: without spaces around it, in lower
 * case, with hyphens between its words, without a leading "v".
 *
 * @returns undefined when none of these is enough
 */
export function repairText(text: string, pattern: string, maxLength: number): string | undefined {
  if (text.length > LONGEST) return undefined;
  const expected = new RegExp(pattern, 'u');
  const trimmed = text.trim();
  const name = toName(trimmed);
  // "postgresMain" has two words, but "My.Bucket" keeps its dot.
  const inLowerCase = /[a-z][A-Z]/.test(trimmed)
    ? [name, trimmed.toLowerCase()]
    : [trimmed.toLowerCase(), name];
  const attempts = [trimmed, trimmed.replace(/^[vV]/, ''), ...inLowerCase, trimmed.replace(/\s+/g, '-')];
  return attempts.find(
    (attempt) => attempt !== text && attempt.length <= maxLength && expected.test(attempt),
  );
}

// No name or value that can be repaired is longer, and each attempt costs a pass over the text.
const LONGEST = 1024;

/** Lower case words joined by single hyphens: `Postgres_Main` and `postgresMain` are `postgres-main`. */
function toName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-');
}
