/**
 * The known words that a writer most likely meant, the likeliest first, at most three; none when nothing is
 * near. Used for keys, choices, names and commands.
 *
 * A word is near when it is at most `max(1, a third of its length)` edits away, where an edit inserts,
 * deletes, replaces or swaps neighbours. Case and separators do not count: `min_replicas` and `MinReplicas`
 * are `minReplicas`.
 */
export function didYouMean(typed: string, known: Iterable<string>): string[] {
  return nearWords(typed, known).map(({ word }) => word);
}

/** Whether two words differ in nothing but case and separators. */
export function isSpellingVariant(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

export interface NearWord {
  readonly word: string;
  /** Edits between the two words; 0 when they differ in case and separators only. */
  readonly distance: number;
}

/** As {@link didYouMean}, with the distances. */
export function nearWords(typed: string, known: Iterable<string>): NearWord[] {
  const folded = fold(typed);
  if (folded === '') return [];
  const most = Math.max(1, Math.floor(folded.length / 3));
  const near: (NearWord & { readonly exact: number; readonly prefix: number })[] = [];
  let compared = 0;
  for (const word of known) {
    compared += 1;
    if (compared > MOST_COMPARED) break;
    const distance = editDistance(folded, fold(word), most);
    if (distance > most) continue;
    // Among equally near words the one that needs fewer changes of case, and begins alike, is likelier:
    // people rarely get the first letters wrong.
    const exact = editDistance(typed, word, typed.length + word.length);
    near.push({ word, distance, exact, prefix: sharedPrefix(typed, word) });
  }
  return near
    .sort((a, b) => a.distance - b.distance || a.exact - b.exact || b.prefix - a.prefix)
    .slice(0, 3)
    .map(({ word, distance }) => ({ word, distance }));
}

/** Nobody has so many names; a hostile spec could have 20,000, and each typo would be compared with all. */
const MOST_COMPARED = 2000;

function fold(word: string): string {
  return word.toLowerCase().replace(/[\s._/-]/g, '');
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * Optimal string alignment over UTF-16 units: insertions, deletions, replacements and swaps of neighbours.
 *
 * @returns any number above `most` when the distance is above `most`; knowing no more makes it fast
 */
function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current: number[] = new Array<number>(to.length + 1).fill(most + 1);
    current[0] = row;
    let best = row;
    // Cells further from the diagonal than `most` cannot be part of a short enough path.
    const first = Math.max(1, row - most);
    const last = Math.min(to.length, row + most);
    for (let column = first; column <= last; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cell = Math.min(
        previous[column - 1]! + (same ? 0 : 1),
        previous[column]! + 1,
        current[column - 1]! + 1,
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cell = Math.min(cell, beforePrevious[column - 2]! + 1);
      }
      current[column] = cell;
      best = Math.min(best, cell);
    }
    // A swap costs one edit from two rows up, where nothing is better than one less than the best here.
    if (best > most) return most + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[to.length]!;
}
