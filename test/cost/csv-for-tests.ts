import { readFileSync } from 'node:fs';

/** Rows of a small CSV beside the tests: a header, quotes around cells with commas, comments that start with #. */
export function readCsv(path: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const [header = [], ...rows] = lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
  );
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}
