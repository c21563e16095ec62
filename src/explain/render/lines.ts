/** More lines than these are counted; JSON has all of them. */
const MOST_LINES = 60;

/** The lines for each file, below its name. @param folder with a slash: what is before the names of the files */
export function byFile<T extends { readonly file: string }>(
  entries: readonly T[],
  folder: string,
  lineOf: (entry: T) => string,
): readonly string[] {
  const files = [...new Set(entries.map(({ file }) => file))].sort();
  return atMost(
    files.flatMap((file) => [
      `    ${folder}${file}.tf`,
      ...entries.filter((entry) => entry.file === file).map((entry) => `      ${lineOf(entry)}`),
    ]),
  );
}

export function atMost(lines: readonly string[], most = MOST_LINES): readonly string[] {
  if (lines.length <= most) return lines;
  return [
    ...lines.slice(0, most - 1),
    `    … and ${lines.length - most + 1} more lines; --format json has all of them`,
  ];
}

export function listed(names: readonly string[], most = 12): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
