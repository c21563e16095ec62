import type { EdgeItem } from './schema.ts';

/**
 * Requests per second that S3 takes for one beginning of keys, once it has adapted to the load. The guide says
 * that there is no limit.
 *
 * @source Amazon S3 user guide, "Best practices design patterns: optimizing Amazon S3 performance": at least 3,500
 *   PUT/COPY/POST/DELETE or 5,500 GET/HEAD requests per second per partitioned prefix (read 2026-11-25)
 */
export const S3_PER_PREFIX = { reads: 5500, writes: 3500 } as const;

/** Thousandths of a request per minute, as a rate has them. */
const UNITS_PER_RPS = 60_000;

/** What reaches the bucket, in whole requests per second, rounded up. */
export function originLoad({ reads, writes, cacheHitShare }: NonNullable<EdgeItem['requestRate']>) {
  // Hundredths of a percent, so that the arithmetic stays whole: 99.95 % is 9995.
  const missed = Math.max(0, 10_000 - Math.round(cacheHitShare * 100));
  return {
    reads: Math.ceil((reads * missed) / 10_000 / UNITS_PER_RPS),
    writes: Math.ceil(writes / UNITS_PER_RPS),
  };
}
