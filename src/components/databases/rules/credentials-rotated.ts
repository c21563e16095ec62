import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const credentialsRotated = defineRule<Databases>({
  code: 'database/credentials-rotated',
  severity: 'warning',
  summary: 'adopting a database does not change its password unseen',
  why: 'when RDS takes the password over it makes a new one at once, and every client with the old one is locked out',
  source:
    'AWS provider 5.100: manage_master_user_password is an update in place; unverified: that RDS then makes a new password (general knowledge)',
  examples: {
    good: [postgres({ adopt: 'true', username: 'postgres' })],
    bad: [postgres({ adopt: 'true', username: 'postgres', credentials: 'managed' })],
  },
  check: eachItem<Database>('databases', ({ adopt, credentials }, at, report) => {
    if (!adopt || credentials !== 'managed') return;
    report({
      at: at('credentials'),
      message: 'credentials: managed on an adopted database replaces its password in the first apply',
      help: 'leave credentials out until the clients read the secret, then accept this finding by an exception',
      related: [{ message: 'adopted here', at: { path: at('adopt'), on: 'key' } }],
      suggestions: [removal(at('credentials'))],
    });
  }),
});
