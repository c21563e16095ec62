import { storage as diskSize } from '../../../compiler/quantity/storage.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const maxStorageBelowAllocated = defineRule<Databases>({
  code: 'database/max-storage-below-allocated',
  severity: 'error',
  summary: 'the largest disk is at least 110 % of the first one',
  why: 'RDS grows storage by at least 10 % and refuses a smaller maximum; Terraform plans it without a word',
  source:
    'RDS user guide "Managing capacity automatically with Amazon RDS storage autoscaling", USER_PIOPS.Autoscaling (read 2026-11-25)',
  examples: {
    good: [postgres({ storage: '{allocated: 200GiB, max: 260GiB}' })],
    bad: [
      postgres({ storage: '{allocated: 200GiB, max: 100GiB}' }),
      postgres({ storage: '{allocated: 200GiB, max: 219GiB}' }),
      postgres({ readReplicas: '{replica-1: {maxStorage: 210GiB}}' }),
    ],
  },
  check: eachItem<Database>('databases', ({ storage, readReplicas }, at, report) => {
    const { allocated } = storage;
    // In whole GiB and integers: 200 GiB × 1.1 is 220.00000000000003 in doubles.
    const least = Math.ceil((allocated * 11) / 10);
    const look = (max: number | undefined, path: readonly string[], name: string) => {
      if (max === undefined || max >= least) return;
      report({
        at: path,
        message: `${name} is ${diskSize.format(max)} and allocated is ${diskSize.format(allocated)}, so that RDS cannot grow it`,
        help: `write at least ${least}GiB`,
        suggestions: [{ message: `write ${least}GiB`, replacement: `${least}GiB` }],
        related: [{ message: 'the first size', at: { path: at('storage', 'allocated') } }],
      });
    };
    look(storage.max, at('storage', 'max'), 'max');
    for (const [key, replica] of readReplicas) {
      // What a replica has from its primary is said once.
      if (replica.maxStorage === storage.max) continue;
      look(replica.maxStorage, at('readReplicas', key, 'maxStorage'), 'maxStorage');
    }
  }),
});
