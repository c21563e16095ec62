import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const zoneWithMultiAz = defineRule<Databases>({
  code: 'database/zone-with-multi-az',
  severity: 'error',
  summary: 'a replica with a standby names no zone',
  why: 'RDS refuses the two together: an instance in several zones is in no particular one',
  source: 'botocore 1.43.11, API model of rds, CreateDBInstance, AvailabilityZone (read 2026-11-25)',
  examples: {
    good: [postgres({ readReplicas: '{replica-1: {multiAz: true}}' })],
    bad: [postgres({ readReplicas: '{replica-1: {multiAz: true, availabilityZone: us-east-1b}}' })],
  },
  check: eachItem<Database>('databases', ({ readReplicas }, at, report) => {
    for (const [key, { availabilityZone, multiAz }] of readReplicas) {
      if (availabilityZone === undefined || !multiAz) continue;
      report({
        at: at('readReplicas', key, 'availabilityZone'),
        message: `the replica is in ${availabilityZone} and has multiAz`,
        help: 'take one of the two away',
        related: [{ message: 'the standby', at: { path: at('readReplicas', key, 'multiAz') } }],
        suggestions: [removal(at('readReplicas', key, 'availabilityZone'))],
      });
    }
  }),
});
