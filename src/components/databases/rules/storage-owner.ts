import { storage as diskSize } from '../../../compiler/quantity/storage.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const storageOwner = defineRule<Databases>({
  code: 'database/storage-owner',
  severity: 'error',
  summary: 'the owner of the storage fits to max',
  why: 'max is what switches storage autoscaling on: without it RDS cannot grow the disk, and with it Terraform is not the only owner',
  source: 'AWS provider 5.100: the difference is hidden exactly where max_allocated_storage is set',
  examples: {
    good: [
      postgres({ storage: '{allocated: 200GiB, owner: terraform}' }),
      postgres({ storage: '{allocated: 200GiB, max: 500GiB, owner: rds-autoscaling}' }),
    ],
    bad: [
      postgres({ storage: '{allocated: 200GiB, owner: rds-autoscaling}' }),
      postgres({ storage: '{allocated: 200GiB, max: 500GiB, owner: terraform}' }),
    ],
  },
  check: eachItem<Database>('databases', ({ storage }, at, report) => {
    const { owner, max } = storage;
    if (owner === 'rds-autoscaling' && max === undefined) {
      report({
        at: at('storage', 'owner'),
        message: 'owner is rds-autoscaling, and there is no max up to which RDS may grow the disk',
        help: 'write max, or owner: terraform',
      });
    }
    if (owner === 'terraform' && max !== undefined) {
      report({
        at: at('storage', 'owner'),
        message: `owner is terraform, and max: ${diskSize.format(max)} would let RDS grow the disk`,
        help: 'take max away, or write owner: rds-autoscaling',
        suggestions: [removal(at('storage', 'max'))],
        related: [{ message: 'the maximum', at: { path: at('storage', 'max') } }],
      });
    }
  }),
});
