import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const poolerCredentials = defineRule<Databases>({
  code: 'connection-pooler/no-credentials',
  severity: 'error',
  summary: 'a connection pooler has a way to log in to its database',
  why: 'its pods would wait for a secret that nobody makes',
  source: 'spec language: userListSecret, and credentials: managed (2026-11-25)',
  examples: {
    good: [
      postgres({ connectionPooler: '{userListSecret: clients, serverCredentials: user-list}' }),
      postgres({ adopt: 'true', username: 'postgres', connectionPooler: '{userListSecret: clients}' }),
    ],
    bad: [
      postgres({ connectionPooler: '{serverCredentials: user-list}' }),
      postgres({
        adopt: 'true',
        username: 'postgres',
        connectionPooler: '{userListSecret: clients, serverCredentials: rds-managed}',
      }),
    ],
  },
  check: eachItem<Database>('databases', ({ engine, credentials, connectionPooler }, at, report) => {
    // A pooler for another engine has no way to work at all.
    if (engine !== 'postgres') return;
    if (
      connectionPooler?.serverCredentials === 'user-list' &&
      connectionPooler.userListSecret === undefined
    ) {
      report({
        at: at('connectionPooler', 'serverCredentials'),
        message: 'serverCredentials: user-list has no userListSecret',
        help: 'name the Kubernetes Secret that has the entry userlist.txt',
      });
    }
    if (connectionPooler?.serverCredentials === 'rds-managed' && credentials === 'keep') {
      report({
        at: at('connectionPooler', 'serverCredentials'),
        message: 'serverCredentials: rds-managed needs a secret, but RDS keeps none with credentials: keep',
        help: 'write the user and the password into a userListSecret, and serverCredentials: user-list',
        related: [{ message: 'the credentials of the database', at: { path: at('credentials') } }],
        suggestions:
          connectionPooler.userListSecret === undefined
            ? []
            : [{ message: 'take the user list', replacement: 'user-list' }],
      });
    }
  }),
});
