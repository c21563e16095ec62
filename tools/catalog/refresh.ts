import { tableFields } from '../../src/catalog/file/catalog-field.ts';
import type { MapForm } from '../../src/compiler/language/field.ts';
import { schemaErrorsOf } from '../../src/compiler/shape/validator.ts';
import type { Fact, Row, TableName } from './facts.ts';
import { compareNames, type TableData } from './print-table.ts';
import type { Recognised } from './recognise.ts';

export type Tables = Readonly<Record<TableName, TableData>>;

/** A table after a refresh, and what has become of its rows; names are sorted. */
export interface Refreshed {
  readonly name: TableName;
  readonly table: TableData;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Rows of which no file says anything: kept, for a region or an account may lack them. */
  readonly kept: number;
  /** New names of which too little is known for a row. */
  readonly incomplete: readonly string[];
}

/**
 * Lays what the files say over the tables. Nothing is ever taken away.
 *
 * @param date of the files; tables that no file is about keep theirs
 * @returns the tables that files are about, in the order of `tables`
 */
export function refresh(tables: Tables, files: readonly Recognised[], date: string): readonly Refreshed[] {
  const done: Partial<Record<TableName, TableData>> = {};
  return (Object.keys(tableFields) as TableName[]).flatMap((name) => {
    const relevant = files.filter(({ facts }) => facts[name]);
    if (relevant.length === 0) return [];
    const facts = together(relevant.map((file) => file.facts[name]!));
    const ec2Types = done.ec2Types ?? tables.ec2Types;
    const merged = mergeRows(name, tables[name].rows, facts, ec2Types.rows);
    const names = [...new Set(relevant.map(({ source }) => source.name))];
    const source = sourceText(names, date, tables[name].source);
    done[name] = { source, date, rows: merged.rows };
    return [{ name, table: done[name], ...merged.counts }];
  });
}

const BEFORE = '. What they do not say: ';

/** The files, and what was the source before the first refresh. */
function sourceText(names: readonly string[], date: string, before: string): string {
  const first = before.slice(before.includes(BEFORE) ? before.indexOf(BEFORE) + BEFORE.length : 0);
  return `${names.join(' and ')} (read ${date})${BEFORE}${first}`;
}

/** What later files say of a row counts before what earlier ones say. */
function together(all: readonly ReadonlyMap<string, Fact>[]): ReadonlyMap<string, Fact> {
  const merged = new Map<string, Fact>();
  for (const [name, { known, assumed = {} }] of all.flatMap((facts) => [...facts])) {
    const before = merged.get(name);
    merged.set(name, {
      known: mergeRow(before?.known ?? {}, known),
      assumed: { ...before?.assumed, ...assumed },
    });
  }
  return merged;
}

function mergeRows(
  table: TableName,
  rows: TableData['rows'],
  facts: ReadonlyMap<string, Fact>,
  ec2Types: TableData['rows'],
): { rows: TableData['rows']; counts: Pick<Refreshed, 'added' | 'changed' | 'kept' | 'incomplete'> } {
  const result: Record<string, object> = { ...rows };
  const [added, changed, incomplete]: [string[], string[], string[]] = [[], [], []];
  for (const name of [...facts.keys()].sort(compareNames)) {
    const { known, assumed } = facts.get(name)!;
    const before = rows[name] as Row | undefined;
    const row = mergeRow(before ?? { ...sizeOf(table, name, ec2Types), ...assumed }, known);
    const ordered = inOrder(table, row);
    if (before && JSON.stringify(ordered) === JSON.stringify(inOrder(table, before))) continue;
    if (!isRow(table, name, ordered)) {
      incomplete.push(name);
      continue;
    }
    result[name] = ordered;
    (before ? changed : added).push(name);
  }
  const kept = Object.keys(rows).filter((name) => !facts.has(name)).length;
  return { rows: result, counts: { added, changed, kept, incomplete } };
}

/** Classes of RDS and node types of ElastiCache have the size of the EC2 type of the same name. */
function sizeOf(table: TableName, name: string, ec2Types: TableData['rows']): Row {
  const type = ec2Types[name.slice(name.indexOf('.') + 1)] as { vcpu: number; memoryMib: number } | undefined;
  if (!type) return {};
  if (table === 'rdsClasses') return { vcpu: type.vcpu, memoryGib: type.memoryMib / 1024 };
  return table === 'elasticacheNodeTypes' ? { vcpu: type.vcpu } : {};
}

/** One level deep: engines of a family may come from three files. */
function mergeRow(before: Row, after: Row): Row {
  const merged: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(after)) {
    const known = merged[key];
    merged[key] = isObject(known) && isObject(value) ? { ...known, ...value } : value;
  }
  return merged;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys in the order of the fields, so that the order of an answer changes nothing. */
function inOrder(table: TableName, row: Row): object {
  const { form } = (tableFields[table].form as MapForm).item;
  const fields = form.kind === 'section' ? Object.keys(form.fields) : [];
  return Object.fromEntries(fields.filter((key) => row[key] !== undefined).map((key) => [key, row[key]]));
}

function isRow(table: TableName, name: string, row: object): boolean {
  return schemaErrorsOf(tableFields[table], { [name]: row }).length === 0;
}
