import { grouped } from '../../util/grouped-digits.ts';
import type { Table } from '../table.ts';
import type { RdsClass } from './classes.ts';

export type ConnectionEngine = 'postgres' | 'mysql' | 'mariadb';

/** How many connections a database takes when nobody sets `max_connections`, and how that was computed. */
export interface MaxConnections {
  readonly connections: number;
  /** The arithmetic for people: `min((32 GiB − 940 MB) ÷ 9,531,392, 5,000)`. */
  readonly working: string;
}

/**
 * The default of `max_connections` for an instance class, as an estimate: RDS computes it from the memory that
 * its own processes leave (DBInstanceClassMemory), which it does not publish.
 *
 * @returns undefined for a class that the catalog does not know
 * @source AWS RDS user guide, CHAP_Limits (read 2026-10): PostgreSQL least(M/9531392, 5000), MySQL M/12582880,
 *   MariaDB 10.5 and later least(M/25165760, 12000)
 */
export function maxConnections(
  classes: Table<RdsClass>,
  engine: ConnectionEngine,
  className: string,
): MaxConnections | undefined {
  const known = classes.rows.get(className);
  if (!known) return undefined;
  const { memoryGib } = known;
  const overheadMegabytes = OVERHEAD_MEGABYTES + OVERHEAD_MEGABYTES_PER_GIB * memoryGib;
  const bytes = memoryGib * 2 ** 30 - overheadMegabytes * 1_000_000;
  const { bytesEach, most } = FORMULAS[engine];
  const computed = Math.floor(bytes / bytesEach);
  const quotient = `(${memoryGib} GiB − ${grouped(overheadMegabytes)} MB) ÷ ${grouped(bytesEach)}`;
  return most === undefined
    ? { connections: computed, working: quotient }
    : { connections: Math.min(computed, most), working: `min(${quotient}, ${grouped(most)})` };
}

const FORMULAS: Readonly<Record<ConnectionEngine, { bytesEach: number; most?: number }>> = {
  postgres: { bytesEach: 9_531_392, most: 5000 },
  mysql: { bytesEach: 12_582_880 },
  mariadb: { bytesEach: 25_165_760, most: 12_000 },
};

/**
 * What the operating system and RDS's own processes take: fitted to eight observed instances (PostgreSQL t3.micro 81,
 * t2.small 198, t2.medium 413, t2.large 856, r4.large 1660; MySQL t3.micro 60, 8 GiB 630, 16 GiB 1300), which it
 * meets within −4.2 % to +2.6 % (computed 2026-10).
 */
const OVERHEAD_MEGABYTES = 300;
const OVERHEAD_MEGABYTES_PER_GIB = 20;
