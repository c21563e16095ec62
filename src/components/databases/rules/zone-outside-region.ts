import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const zoneOutsideRegion = defineRule<Databases>({
  code: 'database/zone-outside-region',
  severity: 'error',
  summary: 'the zone of a replica is in the region of the environment',
  why: 'RDS refuses a zone of another region; a replica in another region is another thing',
  source:
    'botocore 1.43.11, API model of rds, AvailabilityZone of CreateDBInstance and CreateDBInstanceReadReplica (read 2026-11-25)',
  examples: {
    good: [postgres({ readReplicas: '{replica-1: {availabilityZone: us-east-1b}}' })],
    bad: [postgres({ readReplicas: '{replica-1: {availabilityZone: us-west-2b}}' })],
  },
  check: eachItem<Database>('databases', ({ readReplicas }, at, report, { frame }) => {
    const { region } = frame.aws;
    for (const [key, { availabilityZone }] of readReplicas) {
      if (availabilityZone === undefined || availabilityZone.slice(0, -1) === region) continue;
      report({
        at: at('readReplicas', key, 'availabilityZone'),
        message: `${availabilityZone} is not a zone of ${region}`,
        help: `write ${region} and the letter of a zone, such as ${region}a`,
        related: [{ message: 'the region', at: { path: ['aws', 'region'] } }],
      });
    }
  }),
});
