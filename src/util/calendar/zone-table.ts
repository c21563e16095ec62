/** The clocks of all canonical zones for some years, worked out before. */
export interface ZoneTable {
  /** Minutes since 1970-01-01T00:00Z, as everywhere in `time-zone.ts`. */
  readonly from: number;
  readonly to: number;
  /** By canonical name a place in `clocks`. */
  readonly zones: Readonly<Record<string, number>>;
  /** Minutes east of UTC at `from`; then in turn the minute of each change, and the minutes east of UTC after it. */
  readonly clocks: readonly (readonly number[])[];
}

/**
 * @returns nothing here. In the bundle `tools/package/made-ahead.js` has put another module in the place of this one, which
 *   has a table as long as the Node that runs it has the very data from which the table was made: the first look into
 *   that data takes 15 ms (2026-11-27).
 */
export function zoneTable(): ZoneTable | undefined {
  return undefined;
}
