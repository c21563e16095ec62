import { storage as diskSize } from '../../../compiler/quantity/storage.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const provisionedIops = defineRule<Databases>({
  code: 'database/provisioned-iops',
  severity: 'error',
  summary: 'IOPS and throughput fit to the type and the size of the disk',
  why: 'RDS refuses other combinations during the apply; Terraform plans them without a word',
  source:
    'RDS user guide "Amazon RDS DB instance storage", CHAP_Storage, a copy from before 2026-04-30 (read 2026-11-25)',
  examples: {
    good: [
      postgres({ storage: '{allocated: 400GiB, iops: 16000, throughput: 1000}' }),
      postgres({ storage: '{allocated: 200GiB, type: io1, iops: 10000}' }),
      postgres({ storage: '{allocated: 200GiB, type: io2, iops: 20000}' }),
    ],
    bad: [
      postgres({ storage: '{allocated: 200GiB, iops: 12000}' }),
      postgres({ storage: '{allocated: 399GiB, throughput: 500}' }),
      postgres({ storage: '{allocated: 400GiB, iops: 3000}' }),
      postgres({ storage: '{allocated: 400GiB, iops: 12000, throughput: 4000}' }),
      postgres({ storage: '{allocated: 200GiB, type: io1}' }),
      postgres({ storage: '{allocated: 200GiB, type: io1, iops: 11000}' }),
      postgres({ storage: '{allocated: 400GiB, type: io2, iops: 12000, throughput: 500}' }),
    ],
  },
  check: eachItem<Database>('databases', ({ storage }, at, report) => {
    for (const { key, message, help, related = [] } of problemsOf(storage)) {
      report({
        at: at('storage', key),
        message,
        help,
        related: related.map((other) => ({
          message: `${other} is set here`,
          at: { path: at('storage', other) },
        })),
      });
    }
  }),
});

interface Problem {
  readonly key: 'iops' | 'throughput' | 'type';
  readonly message: string;
  readonly help: string;
  /** Keys of the storage that belong to it. */
  readonly related?: readonly (keyof Database['storage'])[];
}

function problemsOf(storage: Database['storage']): Problem[] {
  const { type, throughput } = storage;
  if (type === 'gp3') return gp3(storage);
  const related = ['type'] as const;
  if (type === 'gp2') {
    const [key, ...others] = performanceOf(storage);
    if (key === undefined) return [];
    const message = 'the IOPS and the throughput of gp2 follow the size of the disk';
    const help = `take ${[key, ...others].join(' and ')} away, or use gp3`;
    return [{ key, message, help, related: [...others, ...related] }];
  }
  const problems = provisioned(storage, type);
  if (throughput === undefined) return problems;
  const message = `the throughput of ${type} follows its IOPS`;
  return [{ key: 'throughput', message, help: 'take throughput away, or use gp3', related }, ...problems];
}

/** What is written of the two, in the order in which people think of them. */
function performanceOf(storage: Database['storage']): readonly ('iops' | 'throughput')[] {
  return (['iops', 'throughput'] as const).filter((key) => storage[key] !== undefined);
}

/** From 400 GiB on RDS stripes four volumes, and only then the baseline can be raised. */
function gp3(storage: Database['storage']): Problem[] {
  const { allocated, iops, throughput } = storage;
  if (allocated < 400) {
    const [key, ...others] = performanceOf(storage);
    if (key === undefined) return [];
    const names = [key, ...others].join(' and ');
    const message = `gp3 takes ${names} from 400GiB on, and allocated is ${diskSize.format(allocated)}`;
    const help = `take ${names} away for the baseline of 3,000 IOPS and 125 MiB/s, or allocate 400GiB`;
    return [{ key, message, help, related: [...others, 'allocated'] }];
  }
  const problems: Problem[] = [];
  if (iops !== undefined && (iops < 12_000 || iops > 64_000)) {
    const message = `iops is ${iops}, and gp3 from 400GiB on has 12000 to 64000`;
    problems.push({ key: 'iops', message, help: 'leave it out for 12000' });
  }
  // A quarter of IOPS that cannot be says nothing.
  if (problems.length === 0 && throughput !== undefined && throughput > (iops ?? 12_000) / 4) {
    const message = `throughput is ${throughput} MiB/s, more than a quarter of ${iops ?? 12_000} IOPS`;
    const help = `write iops: ${throughput * 4}, or less throughput`;
    problems.push({ key: 'throughput', message, help, related: iops === undefined ? [] : ['iops'] });
  }
  return problems;
}

/** What one instance of RDS can have, as the schema of `iops` says. */
const MOST_IOPS = 256_000;
/** IOPS for each GiB that the volumes can have. */
const RATIO = { io1: { least: 0.5, most: 50 }, io2: { least: 0.5, most: 1000 } } as const;

function provisioned({ allocated, iops }: Database['storage'], type: 'io1' | 'io2'): Problem[] {
  if (iops === undefined) {
    return [{ key: 'type', message: `${type} needs iops`, help: 'write iops, or use gp3' }];
  }
  const { least, most } = RATIO[type];
  if (iops >= allocated * least && iops <= allocated * most) return [];
  const message = `iops is ${iops} for ${diskSize.format(allocated)}, and ${type} has ${least} to ${most} IOPS for each GiB`;
  const help = `write ${Math.max(1000, Math.ceil(allocated * least))} to ${Math.min(MOST_IOPS, allocated * most)}`;
  return [{ key: 'iops', message, help, related: ['allocated'] }];
}
