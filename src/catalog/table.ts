/** Where facts come from, and how old they are. */
export interface Origin {
  /** A page, a file at a commit, a command; what could not be verified is marked. */
  readonly source: string;
  /** As YYYY-MM-DD; what is newer is unknown to the table, which is never a reason to fail. */
  readonly date: string;
}

/** Facts of one kind, with the day on which they were read. */
export interface Table<Row> extends Origin {
  /** By the name that a spec uses. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Of the table over which a catalog of the user lies: source and date are the user's then. */
  readonly below?: Origin;
}

/** `m9g.large is unknown to the catalog of 2026-07-23` */
export function unknownTo({ date, below }: Table<unknown>, name: string): string {
  const over = below === undefined ? '' : ` over that of ${below.date}`;
  return `${name} is unknown to the catalog of ${date}${over}`;
}
