import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { amountText, type Bounds, type CostItem, same } from './item.ts';
import { type Pricing, priceItem, times } from './price-item.ts';

type Database = Model['databases'] extends ReadonlyMap<string, infer Item> ? Item : never;

/** The disk of a primary or of a replica. */
export interface DiskOf {
  readonly path: SpecPath;
  /** Whose storage it is, or whose it copies. */
  readonly database: Database;
  readonly multiAz: boolean;
  /** GiB to which RDS may let it grow. */
  readonly max: number | undefined;
}

/**
 * What gp3 of RDS has without extra charge: below 400 GiB it takes neither IOPS nor throughput.
 *
 * @source infracost/infracost, internal/resources/aws/db_instance.go (read 2026-11-27), and the fields of the language
 */
const LARGE_GIB = 400;
const FREE = { small: { iops: 3000, throughput: 125 }, large: { iops: 12_000, throughput: 500 } };

/** Volumes, and what they do beyond their baseline; a standby has a disk of its own. RDS bills a GiB as a GB. */
export function diskItems(disk: DiskOf, key: string, model: Model, pricing: Pricing): readonly CostItem[] {
  const { path, database, multiAz } = disk;
  const { type, iops = 0, throughput = 0, allocated } = database.storage;
  const copies = multiAz ? 2 : 1;
  const each = multiAz ? '2 × ' : '';
  const grown = sizeOf(disk, key, model);
  const free = allocated < LARGE_GIB ? FREE.small : FREE.large;
  const extra = {
    iops: type === 'gp3' ? Math.max(0, iops - free.iops) : type === 'gp2' ? 0 : iops,
    throughput: type === 'gp3' ? Math.max(0, throughput - free.throughput) : 0,
  };
  const more = (name: 'iops' | 'throughput', unit: string) =>
    extra[name] === 0
      ? []
      : [
          priceItem(
            {
              path,
              what: `${type} ${unit}${type === 'gp3' ? ` above ${amountText(free[name])}` : ''}${multiAz ? ', Multi-AZ' : ''}`,
              unit,
              quantity: same(copies * extra[name]),
              counted: `${each}${amountText(extra[name])} ${unit}`,
              inputs: [['databases', key, 'storage', name]],
            },
            'rdsStorage',
            `${type}-${name}`,
            pricing,
          ),
        ];
  const storage = {
    path,
    what: `${type} storage${multiAz ? ', Multi-AZ' : ''}`,
    unit: 'GB',
    quantity: times(grown.size, copies),
    counted: `${each}${amountText(grown.size.expected)} GB`,
    inputs: grown.inputs,
    because: grown.because,
  };
  return [
    priceItem(storage, 'rdsStorage', `${type}-storage`, pricing),
    ...more('iops', 'IOPS'),
    ...more('throughput', 'MiB/s'),
  ];
}

/**
 * GiB: at least what is allocated; at most what RDS may let it grow to. Expected is what holds the data that the
 * traffic says there is, of which RDS keeps a tenth free; where nothing is said, what is allocated.
 *
 * @source RDS user guide, "Managing capacity automatically with storage autoscaling": it grows below 10 % of free space
 *   (repost.aws, "rds-autoscaling-low-free-storage", read 2026-11-27)
 */
function sizeOf({ database, max }: DiskOf, key: string, model: Model) {
  const { allocated, owner } = database.storage;
  const inputs: SpecPath[] = [['databases', key, 'storage', 'allocated']];
  const most = Math.max(allocated, owner === 'rds-autoscaling' ? (max ?? allocated) : allocated);
  if (most === allocated) return { size: same(allocated), inputs, because: [] };
  const used = model.traffic?.databases?.get(key)?.storageUsed;
  const needed = used === undefined ? allocated : Math.ceil((used * 10) / 9);
  const expected = Math.min(most, Math.max(allocated, needed));
  const size: Bounds = { min: allocated, expected, max: most };
  const because =
    used === undefined
      ? [`how much data there is is not said (traffic.databases.${key}.storageUsed): counted as allocated`]
      : [
          `disk = max(${allocated} allocated, ${used} used ÷ 90% = ${needed}), at most ${most} = ${expected} GB`,
        ];
  const more = [
    ['databases', key, 'storage', 'max'],
    ...(used === undefined ? [] : [['traffic', 'databases', key, 'storageUsed']]),
  ];
  return { size, inputs: [...inputs, ...more], because };
}
