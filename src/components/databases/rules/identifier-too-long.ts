import { defineRule } from '../../../compiler/rules/rule.ts';
import type { SpecPath } from '../../../compiler/spec-path.ts';
import type { Databases } from '../schema.ts';
import { postgres } from './examples.ts';
import { instancesOf } from './instances.ts';

export const identifierTooLong = defineRule<Databases>({
  code: 'database/identifier-too-long',
  severity: 'error',
  summary: 'an identifier of an instance has at most 63 characters',
  why: 'RDS refuses longer ones, and identifiers that are made from environment and keys grow with them',
  source: 'botocore 1.43.11, API model of rds, CreateDBInstance, DBInstanceIdentifier (read 2026-11-25)',
  examples: {
    good: [postgres({ readReplicas: '{replica-1: {}}' })],
    bad: [
      postgres({
        identifier: 'prod-settlement-and-reconciliation-of-chain-events',
        readReplicas: '{reporting-replica: {}}',
      }),
    ],
  },
  check(databases, report) {
    for (const { identifier, at } of instancesOf(databases)) {
      if (identifier.length <= 63) continue;
      report({
        at: [...at, 'identifier'] satisfies SpecPath,
        message: `the identifier ${identifier} has ${identifier.length} characters, and RDS takes 63`,
        help: 'write a shorter identifier, or shorten the key',
      });
    }
  },
});
