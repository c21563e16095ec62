import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const noFinalSnapshot = defineRule<Databases>({
  code: 'database/no-final-snapshot',
  severity: 'warning',
  summary: 'a database outside dev leaves a snapshot when it is deleted',
  why: 'automatic backups go with the database; the final snapshot is the last way back',
  source: 'botocore 1.43.11, API model of rds, DeleteDBInstance (read 2026-11-25)',
  examples: {
    good: [postgres(), `tier: dev\n${postgres({ finalSnapshot: 'false' })}`],
    bad: [postgres({ finalSnapshot: 'false' })],
  },
  check: eachItem<Database>('databases', ({ finalSnapshot }, at, report, { frame }) => {
    if (frame.tier === 'dev' || finalSnapshot) return;
    report({
      at: at('finalSnapshot'),
      message: `finalSnapshot is false in ${frame.tier}`,
      help: 'take the line away',
      suggestions: [removal(at('finalSnapshot'))],
    });
  }),
});
