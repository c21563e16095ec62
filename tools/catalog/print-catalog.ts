import type { Recognised } from './recognise.ts';
import type { Refreshed } from './refresh.ts';

/** What is new or has changed, as a file for `elastiform --catalog`. */
export function printCatalog(
  refreshed: readonly Refreshed[],
  files: readonly Recognised[],
  date: string,
): string {
  const rowsOf = ({ table, added, changed }: Refreshed) =>
    Object.fromEntries([...added, ...changed].map((name) => [name, table.rows[name]]));
  const tables = refreshed.filter(({ added, changed }) => added.length + changed.length > 0);
  const catalog = {
    source: [...new Set(files.map(({ source }) => source.name))].join(' and '),
    date,
    tables: Object.fromEntries(tables.map((table) => [table.name, rowsOf(table)])),
  };
  return `${JSON.stringify(catalog, null, 2)}\n`;
}
