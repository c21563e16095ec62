import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const keptCredentials = defineRule<Databases>({
  code: 'database/kept-credentials',
  severity: 'warning',
  summary: 'only a database that exists can keep its credentials',
  why: 'a new instance without a password is refused by RDS, and elastiform writes no passwords',
  source:
    'unverified: that RDS wants a password or manages it is general knowledge of CreateDBInstance, not read',
  examples: {
    good: [postgres({ adopt: 'true', username: 'postgres', credentials: 'keep' })],
    bad: [postgres({ credentials: 'keep' })],
  },
  check: eachItem<Database>('databases', ({ adopt, credentials }, at, report) => {
    if (adopt || credentials !== 'keep') return;
    report({
      at: at('credentials'),
      message: 'credentials: keep works for a database that exists, and this one is not adopted',
      help: 'let adopt stay in the spec, or write credentials: managed for a new database',
      suggestions: [{ message: 'write managed', replacement: 'managed' }],
    });
  }),
});
