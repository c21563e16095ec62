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
    for (const { key, message, help } of problemsOf(storage)) {
      report({ at: at('storage', key), message, help });
    }
  }),
});

interface Problem {
  readonly key: 'iops' | 'throughput';
  readonly message: string;
  readonly help: string;
}

function problemsOf(storage: Database['storage']): Problem[] {
  const { type, iops, throughput } = storage;
  if (type === 'gp3') return gp3(storage);
  const problems: Problem[] = [];
  if (throughput !== undefined) {
    const help = 'take throughput away, or use gp3';
    problems.push({ key: 'throughput', message: `${type} has no throughput of its own`, help });
  }
  if (type === 'gp2') {
    const message = 'the IOPS of gp2 follow the size of the disk';
    if (iops !== undefined) problems.push({ key: 'iops', message, help: 'take iops away, or use gp3' });
    return problems;
  }
  return [...problems, ...provisioned(storage, type)];
}

/** From 400 GiB on RDS stripes four volumes, and only then the baseline can be raised. */
function gp3({ allocated, iops, throughput }: Database['storage']): Problem[] {
  if (allocated < 400) {
    const help = 'take it away for the baseline of 3,000 IOPS and 125 MiB/s, or allocate 400GiB';
    return (['iops', 'throughput'] as const).flatMap((key) => {
      if ({ iops, throughput }[key] === undefined) return [];
      return [{ key, message: `gp3 takes ${key} from 400GiB on, and allocated is ${allocated}GiB`, help }];
    });
  }
  const problems: Problem[] = [];
  if (iops !== undefined && (iops < 12_000 || iops > 64_000)) {
    const message = `iops is ${iops}, and gp3 from 400GiB on has 12000 to 64000`;
    problems.push({ key: 'iops', message, help: 'leave it out for 12000' });
  }
  if (throughput !== undefined && throughput > (iops ?? 12_000) / 4) {
    const message = `throughput is ${throughput} MiB/s, more than a quarter of ${iops ?? 12_000} IOPS`;
    problems.push({ key: 'throughput', message, help: `write iops: ${throughput * 4}, or less throughput` });
  }
  return problems;
}

/** IOPS for each GiB that the volumes can have. */
const RATIO = { io1: { least: 0.5, most: 50 }, io2: { least: 0.5, most: 1000 } } as const;

function provisioned({ allocated, iops }: Database['storage'], type: 'io1' | 'io2'): Problem[] {
  if (iops === undefined) {
    return [{ key: 'iops', message: `${type} needs iops`, help: 'write iops, or use gp3' }];
  }
  const { least, most } = RATIO[type];
  if (iops >= allocated * least && iops <= allocated * most) return [];
  const message = `iops is ${iops} for ${allocated}GiB, and ${type} has ${least} to ${most} IOPS for each GiB`;
  const help = `write ${Math.max(1000, Math.ceil(allocated * least))} to ${allocated * most}`;
  return [{ key: 'iops', message, help }];
}
