/**
 * The known name a writer most likely meant.
 *
 * @param name camelCase is read as snake_case, because a binding that passes a value on unmapped leaves it so
 * @returns undefined if even the nearest differs in more than half of the name
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const wanted = toSnakeCase(name);
  let nearest: string | undefined;
  let shortest = Math.floor(wanted.length / 2) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate);
    if (distance < shortest) [nearest, shortest] = [candidate, distance];
  }
  return nearest;
}

export function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
}

/** Levenshtein: insertions, deletions and replacements of UTF-16 code units. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = previous[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[to.length]!;
}
