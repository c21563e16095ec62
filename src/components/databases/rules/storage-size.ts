import { storage as diskSize } from '../../../compiler/quantity/storage.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

/** GiB, both ends included. */
const LARGEST = 65_536;
const SMALLEST = { gp2: 20, gp3: 20, io1: 100, io2: 100 } as const;

export const storageSize = defineRule<Databases>({
  code: 'database/storage-size',
  severity: 'error',
  summary: 'a disk has a size that its type can have',
  why: 'RDS refuses other sizes, during the apply',
  source: 'botocore 1.43.11, API model of rds, CreateDBInstance, AllocatedStorage (read 2026-11-25)',
  examples: {
    good: [postgres({ storage: '{allocated: 20GiB}' }), postgres({ storage: '{allocated: 64TiB}' })],
    bad: [
      postgres({ storage: '{allocated: 10GiB}' }),
      postgres({ storage: '{allocated: 50GiB, type: io2, iops: 1000}' }),
      postgres({ storage: '{allocated: 1TiB, max: 65TiB}' }),
    ],
  },
  check: eachItem<Database>('databases', ({ storage }, at, report) => {
    const smallest = SMALLEST[storage.type];
    const help = `${storage.type} volumes have ${smallest}GiB to ${LARGEST / 1024}TiB`;
    for (const key of ['allocated', 'max'] as const) {
      const size = storage[key];
      // A maximum that is too small is a maximum below what is allocated.
      if (size === undefined || (size <= LARGEST && (key === 'max' || size >= smallest))) continue;
      report({ at: at('storage', key), message: `${key} is ${diskSize.format(size)}`, help });
      // A maximum must be larger still.
      return;
    }
  }),
});
