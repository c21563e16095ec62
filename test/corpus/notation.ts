/**
 * Writes out what a case shows in a form that people can read: `⟦U+202E⟧` is the character, and
 * `⟦3 × k{i}: 1\n⟧` is the text three times, with `{i}` for 0, 1 and 2 and `\n` for a line feed.
 */
export function writeOut(text: string): string {
  return text.replace(/⟦U\+([0-9A-F]{2,6})⟧|⟦([0-9_]+) × ([^⟧]*)⟧/g, (_, code, count, repeated) => {
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    const piece = (repeated as string).replaceAll('\\n', '\n');
    const times = Number((count as string).replaceAll('_', ''));
    return Array.from({ length: times }, (_item, index) => piece.replaceAll('{i}', String(index))).join('');
  });
}
