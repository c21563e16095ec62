import type { MicroUsd } from '../money.ts';
import type { Section } from './sections.ts';

/** How far a price is to be believed, in the letters of the tables that it comes from. */
export type Trust =
  /** Read from a price list of AWS. */
  | 'A'
  /** One page on the web. */
  | 'B'
  /** Tables that people keep by hand; not verified. */
  | 'C'
  /** Outputs of the tests of a tool that reads the price list. */
  | 'D';

/** What one unit costs, and who says so. */
export interface Price {
  /** For one hour or one month of one thing, as the section has it. */
  readonly usd: MicroUsd;
  readonly unit: 'hour' | 'month';
  readonly source: string;
  /** As YYYY-MM-DD; absent when nobody knows the day. */
  readonly date?: string;
  /** Absent where the table does not say. */
  readonly trust?: Trust;
}

/** Prices by region, section and name. */
export interface PriceTable {
  /** `the built-in prices`, or the file. */
  readonly label: string;
  readonly regions: ReadonlyMap<string, ReadonlyMap<Section, ReadonlyMap<string, Price>>>;
}

export function findPrice(
  { regions }: PriceTable,
  region: string,
  section: Section,
  name: string,
): Price | undefined {
  return regions.get(region)?.get(section)?.get(name);
}

/** Whether somebody should look the price up before believing it. */
export function isUnverified({ trust }: Price): boolean {
  return trust === 'C';
}

/** Lays tables side by side that have no price in common. */
export function joinTables(label: string, tables: readonly PriceTable[]): PriceTable {
  const regions = new Map<string, Map<Section, ReadonlyMap<string, Price>>>();
  for (const table of tables)
    for (const [region, sections] of table.regions)
      regions.set(region, new Map([...(regions.get(region) ?? []), ...sections]));
  return { label, regions };
}
