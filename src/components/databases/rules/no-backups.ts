import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const noBackups = defineRule<Databases>({
  code: 'database/no-backups',
  severity: 'warning',
  summary: 'a database in production keeps automatic backups',
  why: 'without them there is no way back to the minute before a mistake, and switching them off deletes those there are',
  source: 'RDS.11, CKV_AWS_133',
  examples: {
    good: [postgres(), `tier: dev\n${postgres({ backups: '{retention: 0d}' })}`],
    bad: [postgres({ backups: '{retention: 0d}' })],
  },
  check: eachItem<Database>('databases', ({ backups, readReplicas }, at, report, { frame }) => {
    // With replicas it is an error of its own.
    if (frame.tier !== 'prod' || backups.retention > 0 || readReplicas.size > 0) return;
    report({
      at: at('backups', 'retention'),
      message: 'retention is 0d in prod: there are no automatic backups',
      help: 'write 7d or more',
      suggestions: [{ message: 'write 7d', replacement: '7d' }],
    });
  }),
});
