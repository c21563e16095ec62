/** Longer values are cut: a diff is read line by line. */
const MOST = 80;

/** A value as a piece of one line. */
export function shortText(text: string): string {
  const line = text.slice(0, 4 * MOST).replace(/\s+/g, ' ');
  const characters = [...line];
  return characters.length > MOST || text.length > 4 * MOST
    ? `${characters.slice(0, MOST - 1).join('')}…`
    : line;
}

/** `a → b`, where either may be missing. */
export function changeText(before: string | undefined, after: string | undefined): string {
  const [was, is] = [before, after].map((text) => (text === undefined ? 'none' : shortText(text)));
  if (was !== is || before === undefined || after === undefined) return `${was} → ${is}`;
  // Long texts that begin alike: from a little before the place where they part.
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - MOST / 4);
  const [left, right] = [before, after].map((text) => shortText(text.slice(from)));
  return `…${left} → …${right}`;
}
