/** Facts of one kind, with the day on which they were read. */
export interface Table<Row> {
  /** Where the facts come from. */
  readonly source: string;
  /** As YYYY-MM-DD; what is newer is unknown to the table, which is never a reason to fail. */
  readonly date: string;
  /** By the name that a spec uses. */
  readonly rows: ReadonlyMap<string, Row>;
}

/** `m9g.large is unknown to the catalog of 2026-07-23` */
export function unknownTo({ date }: Table<unknown>, name: string): string {
  return `${name} is unknown to the catalog of ${date}`;
}
