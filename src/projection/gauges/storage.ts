import { storage as storages } from '../../compiler/quantity/storage.ts';
import type { Database } from '../../rules/connections/demand.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { type Counted, NOTHING, type Raise, remembering, together } from '../gauge.ts';
import type { Instant } from '../instant.ts';
import { monthsOfToday } from '../months-of-today.ts';
import type { Platform } from '../platform.ts';
import type { Projected } from '../projected.ts';

/** Data on the disks of databases in GiB, against the size to which the disk may grow. */
export function storageGauges(platform: Platform): Counted {
  return together(
    [...platform.model.databases].map(([key, database]) => ofDatabase(platform, key, database)),
  );
}

function ofDatabase(platform: Platform, key: string, database: Database): Counted {
  const said = platform.traffic.databases?.get(key);
  if (said?.storageUsed === undefined)
    return {
      ...NOTHING,
      unknown: [{ what: `storage of ${key}`, why: `write traffic.databases.${key}.storageUsed` }],
    };
  const { storageUsed, storageGrowth = 0 } = said;
  const { allocated, max, owner } = database.storage;
  const isGrown = owner === 'rds-autoscaling' && max !== undefined;
  const most = isGrown ? max : allocated;
  const path = ['databases', key, 'storage', isGrown ? 'max' : 'allocated'];
  const at = (instant: Instant): Projected => {
    const months = monthsOfToday(platform, instant.day, instant.scenario);
    const value = storageUsed + storageGrowth * months;
    const shown = Math.ceil(value - 1e-6);
    return {
      value,
      formula: `${storages.format(storageUsed)} + ${grouped(storageGrowth)}GiB × ${Math.round(months * 100) / 100} months of the traffic of today = ${grouped(shown)} GiB`,
      inputs: [
        ['traffic', 'databases', key, 'storageUsed'],
        ['traffic', 'databases', key, 'storageGrowth'],
        ['traffic', 'current'],
        ['traffic', 'growth'],
      ],
      unit: 'GiB',
      text: `${grouped(shown)} GiB`,
    };
  };
  return {
    gauges: [
      {
        id: `databases.${key}.storage`,
        what: `storage of ${key}`,
        at: remembering(at),
        limit: {
          path,
          most,
          text: `${grouped(most)} GiB`,
          raise: ({ value, formula }) => raise(key, database, value, formula, isGrown),
        },
      },
    ],
    unknown: [],
  };
}

/**
 * The next size in tens of GiB. RDS refuses a disk that is less than 10 % larger than it was, and a maximum that is
 * less than 10 % above the disk.
 *
 * @source RDS user guide, "Managing capacity automatically with Amazon RDS storage autoscaling" (read 2026-11-27): the
 *   maximum; unverified: the 10 % of a larger disk (API reference of ModifyDBInstance, AllocatedStorage)
 */
function raise(
  key: string,
  { storage, readReplicas }: Database,
  value: number,
  formula: string,
  isGrown: boolean,
): Raise {
  const tens = (gib: number) => Math.ceil(gib / 10) * 10;
  const gib = tens(Math.max(value, storage.allocated * 1.1));
  const change = (path: readonly string[], size: number) => ({
    path,
    value: storages.format(size),
    rank: size,
  });
  // A replica without a number of its own follows the maximum of its primary.
  const ofReplica = isGrown ? gib : tens(gib * 1.1);
  const behind = [...readReplicas].filter(
    ([, { maxStorage }]) => maxStorage !== undefined && maxStorage < ofReplica && maxStorage !== storage.max,
  );
  return {
    text: storages.format(gib),
    formula: `${formula}, in tens of GiB`,
    changes: [
      change(['databases', key, 'storage', isGrown ? 'max' : 'allocated'], gib),
      ...behind.map(([name]) => change(['databases', key, 'readReplicas', name, 'maxStorage'], ofReplica)),
    ],
  };
}
