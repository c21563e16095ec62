import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const adoptedWithoutUsername = defineRule<Databases>({
  code: 'database/adopted-without-username',
  severity: 'error',
  summary: 'an adopted database says the name of its administrator',
  why: 'another user name replaces the database; without it in the spec, taking adopt away later would plan exactly that',
  source: 'plan-actions: username forces a replacement (AWS provider 5.100)',
  examples: {
    good: [postgres({ adopt: 'true', username: 'postgres' })],
    bad: [postgres({ adopt: 'true' })],
  },
  check: eachItem<Database>('databases', ({ adopt, username, identifier }, at, report) => {
    if (!adopt || username !== undefined) return;
    report({
      at: at('adopt'),
      on: 'key',
      message: 'the database is adopted, and username is not set',
      help: `write the name that \`aws rds describe-db-instances --db-instance-identifier ${identifier} --query "DBInstances[0].MasterUsername"\` shows`,
    });
  }),
});
