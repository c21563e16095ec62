import type { Catalog } from '../../src/catalog/catalog.ts';

export type TableName = keyof Catalog;
export type Row = Readonly<Record<string, unknown>>;

/** What one answer says of one row. */
export interface Fact {
  /** Keys that replace those of the table. */
  readonly known: Row;
  /** Keys for a row that the table does not have yet. */
  readonly assumed?: Row;
}

export type Facts = Readonly<Partial<Record<TableName, ReadonlyMap<string, Fact>>>>;

/** One kind of file that the tables can be refreshed from. */
export interface Source {
  /** What makes such a file, as docs/catalog.md has it; it becomes the source of the table. */
  readonly name: string;
  /** @returns nothing for a file of another kind */
  read(file: Text): Facts | undefined;
}

/** A file as text and, where it is one, as JSON. */
export interface Text {
  readonly text: string;
  readonly json: unknown;
}

/** The list below a key of an answer of AWS, with the keys of its items unchecked. */
export function listIn<Item>(json: unknown, key: string): readonly Item[] | undefined {
  const list = typeof json === 'object' && json !== null ? (json as Row)[key] : undefined;
  return Array.isArray(list) ? (list as Item[]) : undefined;
}

/** The day in UTC of a time as the AWS CLI prints it, in whatever zone: `2025-11-25T16:00:00-08:00` is 2025-11-26. */
export function dayOf(time: string): string {
  return new Date(time).toISOString().slice(0, 10);
}
