/** `name = text`. */
export interface Entry {
  readonly name: string;
  /** The value; every line but the first is indented already. */
  readonly text: string;
}

/**
 * Entries of a body or an object below one another, each line with its end. Neighbours of one line get their
 * `=` in one column, as `terraform fmt` does; an entry over several lines stands between blank lines.
 *
 * @param indent of the entries
 */
export function layEntries(entries: readonly Entry[], indent: string): string {
  let result = '';
  let start = 0;
  while (start < entries.length) {
    const group = entries.slice(start, groupEnd(entries, start));
    if (start > 0) result += '\n';
    let width = 0;
    for (const { name } of group) width = Math.max(width, columns(name));
    for (const { name, text } of group)
      result += `${indent}${name}${' '.repeat(width - columns(name))} = ${text}\n`;
    start += group.length;
  }
  return result;
}

/** Where the run of one-line entries ends; an entry over several lines is a group of its own. */
function groupEnd(entries: readonly Entry[], start: number): number {
  let end = start + 1;
  if (isLong(entries[start]!)) return end;
  while (end < entries.length && !isLong(entries[end]!)) end += 1;
  return end;
}

function isLong(entry: Entry): boolean {
  return entry.text.includes('\n');
}

/** One per code point, because keys are written without characters that merge with others. */
function columns(name: string): number {
  return name.replace(FIRST_HALVES, '').length;
}

/** Of surrogate pairs. */
const FIRST_HALVES = /[\ud800-\udbff]/g;
