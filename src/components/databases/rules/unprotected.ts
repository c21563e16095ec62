import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const unprotected = defineRule<Databases>({
  code: 'database/unprotected',
  severity: 'warning',
  summary: 'a database outside dev is protected against deletion',
  why: 'without it one apply, or one click, deletes the database',
  source: 'RDS.8, CKV_AWS_293',
  examples: {
    good: [postgres(), `tier: dev\n${postgres({ deletionProtection: 'false' })}`],
    bad: [
      postgres({ deletionProtection: 'false' }),
      `tier: staging\n${postgres({ deletionProtection: 'false' })}`,
    ],
  },
  check: eachItem<Database>('databases', ({ deletionProtection }, at, report, { frame }) => {
    if (frame.tier === 'dev' || deletionProtection) return;
    report({
      at: at('deletionProtection'),
      message: `deletionProtection is false in ${frame.tier}`,
      help: 'take the line away; to retire a database, say so for one apply and accept this finding by an exception',
      suggestions: [removal(at('deletionProtection'))],
    });
  }),
});
