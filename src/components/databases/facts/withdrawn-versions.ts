import { compareVersions, readEngineVersion } from './engine-version.ts';
import type { Engine } from './engines.ts';

interface Withdrawal {
  /** Day on which the older versions were seen to be gone, as YYYY-MM-DD. */
  readonly since: string;
  /** The oldest version of each major that RDS still offered on that day, the oldest first. */
  readonly oldest: readonly string[];
}

/**
 * Minor versions that RDS makes no new instances of. None has ever come back, so that an old list is short and not
 * wrong.
 *
 * @source postgres: notice of AWS Health, quoted in the wiki of saayam-for-all/database, "AWS RDS instances, Health
 *   Checks", and lucaberton.com of 2026-05: no new instances of 14.17, 15.12, 16.8, 17.4 and earlier from 2026-05-01 on
 * @source mysql: answer of describe-db-engine-versions in aws/aws-cdk #38261 of 2026-07-07
 * @source mariadb: the same in aws/aws-cdk #35896 of 2025-10-30 and #37080 of 2026-02-25 (all read 2026-11-27)
 */
const WITHDRAWALS: Readonly<Record<Engine, Withdrawal>> = {
  postgres: { since: '2026-05-01', oldest: ['14.18', '15.13', '16.9', '17.5'] },
  mysql: { since: '2026-07-07', oldest: ['8.0.42', '8.4.5'] },
  mariadb: { since: '2026-02-25', oldest: ['10.5.27', '10.6.19', '10.11.9'] },
};

/** Why RDS makes no new instance of a pinned version any more; `undefined` where it does, or nothing is known. */
export function withdrawalOf(
  engine: Engine,
  version: string,
): { readonly since: string; readonly oldest: string } | undefined {
  const read = readEngineVersion(engine, version);
  const { since, oldest } = WITHDRAWALS[engine];
  const ofMajor = oldest.find((other) => readEngineVersion(engine, other)?.major === read?.major);
  // Patches of RDS itself, as in 5.7.44-rds.20260212, have a calendar of their own.
  if (!read?.isPinned || ofMajor === undefined || version.includes('-')) return undefined;
  return compareVersions(version, ofMajor) < 0 ? { since, oldest: ofMajor } : undefined;
}
