/**
 * A text that matches the pattern and is what the writer evidently meant: without spaces around it, in lower
 * case, with hyphens between its words, without a leading "v", with the "db." or "ami-" that it starts with.
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
  const attempts = [
    trimmed,
    tidied(trimmed),
    trimmed.replace(/^[vV]/, ''),
    ...inLowerCase,
    trimmed.replace(/\s+/g, '-'),
    // Dashes that word processors put in place of hyphens.
    trimmed.replace(/\s*[\u2010-\u2015\u2212]\s*/g, '-'),
    withPrefix(trimmed, pattern),
    // A zone in place of its region. What is too long only is not made right by losing a letter.
    ...(text.length > maxLength ? [] : [trimmed.replace(/(?<=[0-9])[a-z]$/, '')]),
  ];
  return attempts.find(
    (attempt) => attempt !== text && attempt.length <= maxLength && expected.test(attempt),
  );
}

/** Whether nothing is lost but spaces around it, a comma at its end, and the "v" before a version. */
export function isTidied(text: string, repaired: string): boolean {
  return repaired === tidied(text) || (/^v[0-9]/i.test(text) && repaired === text.slice(1));
}

/** Without spaces around it, and without the comma of a list or of JSON that is left at the end. */
export function tidied(text: string): string {
  return text.trim().replace(/[,;]$/, '').trimEnd();
}

/** With what every text of the pattern starts with: `db.` of a class, `ami-` of an image. */
function withPrefix(text: string, pattern: string): string {
  const prefix = /^\^([a-z]+(?:\\\.|-))(?=\[)/.exec(pattern)?.[1]?.replace('\\', '');
  return prefix === undefined ? text : prefix + text.replace(/^(?:cache|db)\./, '');
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
