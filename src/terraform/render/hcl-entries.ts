/** `name = value`, the value's lines relative to the entry. */
export interface Entry {
  readonly name: string;
  readonly lines: readonly string[];
}

/**
 * Entries of a body or an object below one another. Neighbours of one line get their `=` in one column, as
 * `terraform fmt` does; an entry over several lines stands between blank lines.
 */
export function layEntries(entries: readonly Entry[]): readonly string[] {
  const result: string[] = [];
  for (const group of groups(entries)) {
    if (result.length > 0) result.push('');
    const width = Math.max(0, ...group.map((entry) => columns(entry.name)));
    for (const { name, lines } of group) {
      const [first = '', ...rest] = lines;
      result.push(`${name}${' '.repeat(width - columns(name))} = ${first}`, ...rest);
    }
  }
  return result;
}

/** Runs of one-line entries; an entry over several lines is a group of its own. */
function groups(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const result: Entry[][] = [];
  let run: Entry[] | undefined;
  for (const entry of entries) {
    const isLong = entry.lines.length > 1;
    if (run && !isLong) run.push(entry);
    else result.push([entry]);
    run = isLong ? undefined : result.at(-1);
  }
  return result;
}

/** One per code point, because keys are written without characters that merge with others. */
function columns(name: string): number {
  return Array.from(name).length;
}
