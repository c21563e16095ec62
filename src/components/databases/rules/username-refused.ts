import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import { engineFacts } from '../facts/engines.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql, postgres } from './examples.ts';

export const usernameRefused = defineRule<Databases>({
  code: 'database/username-refused',
  severity: 'error',
  summary: 'the administrator has a name that the engine allows',
  why: 'RDS refuses reserved words and names that are too long when it creates the instance',
  source:
    'floci-io/floci #3730, lengths tried in a live account; aws/aws-cdk #10597 and aws-cloudformation/cfn-lint #4425, reserved words (read 2026-11-25)',
  examples: {
    good: [postgres({ username: 'boss' }), mysql({ username: 'administrator' })],
    bad: [postgres({ username: 'admin' }), mysql({ username: 'administrator_of_orders_and_invoices' })],
  },
  check: eachItem<Database>('databases', ({ engine, username, adopt }, at, report) => {
    // The name of a database that exists was accepted once.
    if (username === undefined || adopt) return;
    const { title, reservedUsernames, usernameLength } = engineFacts[engine];
    if (reservedUsernames.includes(username.toLowerCase())) {
      report({
        at: at('username'),
        message: `${username} is a reserved word of RDS for ${title}`,
        help: 'leave username out for dbadmin, or take another name',
        suggestions: [removal(at('username'))],
      });
    } else if (username.length > usernameLength) {
      report({
        at: at('username'),
        message: `${username} has ${username.length} characters, and ${title} takes ${usernameLength}`,
        help: 'leave username out for dbadmin, or take a shorter name',
        suggestions: [removal(at('username'))],
      });
    }
  }),
});
