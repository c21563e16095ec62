import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const poolerRotatingPassword = defineRule<Databases>({
  code: 'connection-pooler/rotating-password',
  severity: 'warning',
  summary: 'clients of a pooler have passwords that do not rotate under them',
  why: 'without a user list the clients log in as the administrator; RDS makes a new password every seven days, and from then on every new connection of the application is refused until it reads the secret again',
  source:
    'RDS user guide, rds-secrets-manager (read 2026-11-25): rotation every seven days; seen with PgBouncer 1.24.1: a client with the old password gets "SASL authentication failed"',
  examples: {
    good: [
      postgres({ connectionPooler: '{userListSecret: clients}' }),
      postgres({ connectionPooler: '{userListSecret: clients, serverCredentials: rds-managed}' }),
    ],
    bad: [postgres({ connectionPooler: '{}' })],
  },
  check: eachItem<Database>('databases', ({ engine, credentials, connectionPooler }, at, report) => {
    if (!connectionPooler || connectionPooler.userListSecret !== undefined) return;
    const isRefused =
      engine !== 'postgres' || credentials === 'keep' || connectionPooler.serverCredentials === 'user-list';
    if (isRefused) return;
    report({
      at: at('connectionPooler'),
      on: 'key',
      message:
        'applications have to know the password of the administrator, which RDS rotates every seven days',
      help: 'name a userListSecret with a user for each application; add serverCredentials: rds-managed if those users exist in the pooler only',
    });
  }),
});
