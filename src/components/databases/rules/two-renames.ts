import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const twoRenames = defineRule<Databases>({
  code: 'database/two-renames',
  severity: 'error',
  summary: 'a database and its replica are renamed one after the other',
  why: 'a moved block has one source, and which of the two renames the state has seen cannot be known; the wrong one would destroy the replica',
  source: 'Terraform 1.11 documentation, moved blocks',
  examples: {
    good: [postgres({ previousName: 'main', identifier: 'prod-main', readReplicas: '{a: {}}' })],
    bad: [
      postgres({
        previousName: 'main',
        identifier: 'prod-main',
        readReplicas: '{b: {previousName: a, identifier: prod-main-a}}',
      }),
    ],
  },
  check: eachItem<Database>('databases', ({ previousName, readReplicas }, at, report) => {
    if (previousName === undefined) return;
    for (const [key, replica] of readReplicas) {
      if (replica.previousName === undefined) continue;
      report({
        at: at('readReplicas', key, 'previousName'),
        message: `both the database (once ${previousName}) and the replica ${key} (once ${replica.previousName}) are renamed`,
        help: 'apply one rename, take its previousName away, then make the other',
        related: [{ message: 'the other rename', at: { path: at('previousName') } }],
      });
    }
  }),
});
