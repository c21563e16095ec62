import { type Diagnostic, hasErrors } from '../../compiler/diagnostic.ts';
import { type CatalogCode, catalogAdvice } from '../../compiler/diagnostics/catalog-messages.ts';
import { parseYaml, withoutByteOrderMark } from '../../compiler/load/parse-yaml.ts';
import type { Outcome } from '../../compiler/outcome.ts';
import { checkShape } from '../../compiler/shape/check-shape.ts';
import { plainOf } from '../../compiler/shape/plain.ts';
import type { SourceEntry, SourceMap, SourceNode, SpecDocument } from '../../compiler/source-tree.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import type { Catalog } from '../catalog.ts';
import type { Table } from '../table.ts';
import { catalogField } from './catalog-field.ts';

/**
 * Lays a catalog of the user over another one: its rows replace rows of the same name, `null` takes one away. The file
 * is JSON, or YAML, of which JSON is a part.
 *
 * @param file as the findings shall name it
 * @returns the mistakes of the file in reading order, with the document in which their places are
 */
export function layOver(
  catalog: Catalog,
  file: string,
  text: string,
): Outcome<Catalog> & { readonly document?: SpecDocument } {
  const { value: root, diagnostics } = parseYaml(file, withoutTabs(text));
  const yaml = diagnostics.map(inItsWords);
  if (!root) return { diagnostics: yaml };
  const document = { file, root, texts: new Map([[file, withoutByteOrderMark(text)]]) };
  if (hasErrors(yaml)) return { diagnostics: yaml, document };

  const checked = checkShape(catalogField, { ...document, root: withoutRemovals(root) });
  const shape = [...yaml, ...checked.diagnostics.map(inItsWords)];
  if (hasErrors(shape)) return { diagnostics: shape, document };

  const { source, date } = structuredClone(plainOf(root)) as { source: string; date: string };
  const found: Diagnostic[] = [];
  const older: string[] = [];
  const laid: Record<string, Table<unknown>> = { ...catalog };
  for (const [name, { value }] of tablesOf(root)) {
    const table = catalog[name as keyof Catalog] as Table<unknown>;
    const rows = new Map(table.rows);
    for (const [key, entry] of entriesOf(value)) {
      if (!isRemoval(entry.value)) rows.set(key, structuredClone(plainOf(entry.value)));
      else if (!rows.delete(key)) found.push(nothingRemoved(name, key, table));
    }
    if (date < table.date) older.push(`${name} of ${table.date}`);
    laid[name] = { source, date, rows, below: { source: table.source, date: table.date } };
  }
  if (older.length > 0) found.unshift(overNewer(date, older));
  return {
    value: laid as unknown as Catalog,
    diagnostics: [...shape, ...found],
    document,
  };
}

/** The phases speak of specs; only where the root itself is meant does a catalog differ. */
function inItsWords(diagnostic: Diagnostic): Diagnostic {
  const message = diagnostic.message.replace(/\bthe spec\b/g, 'the catalog');
  if (diagnostic.code !== 'yaml/empty' && diagnostic.code !== 'yaml/root-not-map')
    return { ...diagnostic, message };
  const { suggestions: _, ...rest } = diagnostic;
  return { ...rest, message, ...ROOT_ADVICE };
}

const ROOT_ADVICE = {
  why: 'a catalog is a map of source, date and tables',
  help: 'write it as docs/catalog.md has it',
};

/** JSON may be indented with tabs, YAML may not; a blank for each keeps every column. */
function withoutTabs(text: string): string {
  return /^\s*\{/.test(text) ? text.replaceAll('\t', ' ') : text;
}

function tablesOf(root: SourceMap): ReadonlyMap<string, SourceEntry> {
  return entriesOf(root.entries.get('tables')?.value);
}

function entriesOf(node: SourceNode | undefined): ReadonlyMap<string, SourceEntry> {
  return node?.kind === 'map' ? node.entries : new Map();
}

/** A key without anything behind it is a slip and not a removal. */
function isRemoval(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.source !== '';
}

/** The file without the rows that are null, which are no rows to the fields. */
function withoutRemovals(root: SourceMap): SourceMap {
  const tables = root.entries.get('tables');
  if (tables?.value.kind !== 'map') return root;
  const kept = mapEntries(tables.value, (table) =>
    table.value.kind === 'map'
      ? { ...table, value: mapEntries(table.value, (row) => (isRemoval(row.value) ? undefined : row)) }
      : table,
  );
  return { ...root, entries: new Map(root.entries).set('tables', { ...tables, value: kept }) };
}

function mapEntries(map: SourceMap, change: (entry: SourceEntry) => SourceEntry | undefined): SourceMap {
  const entries = new Map<string, SourceEntry>();
  for (const [key, entry] of map.entries) {
    const changed = change(entry);
    if (changed) entries.set(key, changed);
  }
  return { ...map, entries };
}

function nothingRemoved(table: string, key: string, { rows, date }: Table<unknown>): Diagnostic {
  const [near] = didYouMean(key, rows.keys());
  return {
    ...warning('catalog/nothing-removed', `${table} of ${date} has no row ${key} to take away`),
    at: { path: ['tables', table, key], on: 'key' },
    ...(near === undefined
      ? {}
      : { suggestions: [{ message: `did you mean "${near}"?`, replacement: JSON.stringify(near) }] }),
  };
}

function overNewer(date: string, older: readonly string[]): Diagnostic {
  return {
    ...warning(
      'catalog/over-newer',
      `the catalog of ${date} lies over tables that are newer: ${older.join(', ')}`,
    ),
    at: { path: ['date'] },
  };
}

function warning(code: CatalogCode, message: string): Diagnostic {
  return { code, severity: 'warning', message, ...catalogAdvice[code] };
}
