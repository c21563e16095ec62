import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { tableFields } from '../../src/catalog/file/catalog-field.ts';
import type { TableName } from './facts.ts';
import { printCatalog } from './print-catalog.ts';
import { printTable, type TableData } from './print-table.ts';
import { type Recognised, recognise } from './recognise.ts';
import { refresh, type Tables } from './refresh.ts';
import { reportOf } from './report.ts';

// Refreshes src/catalog/data from files that documented commands have made (docs/catalog.md); it asks nobody itself, and
// its date is not that of the clock, so that the same files always make the same bytes.
const USAGE = `usage: npm run catalog -- --date YYYY-MM-DD [--out CATALOG.json] FILE…
  --date  the day on which the files were made
  --out   write what is new or has changed as a file for elastiform --catalog, and leave src/catalog/data alone
  FILE    an answer of AWS or a file of upstream as docs/catalog.md has it; - is standard input`;

const { date, out, paths } = readArguments();
const files = paths.map(read);
const refreshed = refresh(dataTables(), files, date);
for (const one of refreshed) console.log(reportOf(one));
if (out === undefined) {
  for (const { name, table } of refreshed) writeFileSync(dataFile(name), printTable(table));
} else {
  writeFileSync(out, printCatalog(refreshed, files, date));
}

function readArguments(): { date: string; out: string | undefined; paths: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      options: { date: { type: 'string' }, out: { type: 'string' } },
      allowPositionals: true,
    });
    const isDay = /^20[0-9]{2}-[01][0-9]-[0-3][0-9]$/.test(values.date ?? '');
    if (isDay && positionals.length > 0)
      return { date: values.date ?? '', out: values.out, paths: positionals };
    return fail(USAGE);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail(`${error.message}\n${USAGE}`);
  }
}

function read(path: string): Recognised {
  const found = recognise(readFileSync(path === '-' ? 0 : path, 'utf8'));
  return 'problem' in found ? fail(`${path} ${found.problem}`) : found;
}

function dataTables(): Tables {
  const names = Object.keys(tableFields) as TableName[];
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(dataFile(name), 'utf8')) as TableData]),
  ) as Tables;
}

function dataFile(table: TableName): URL {
  const file = table.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new URL(`../../src/catalog/data/${file}.json`, import.meta.url);
}

function fail(message: string): never {
  console.error(message);
  process.exit(64);
}
