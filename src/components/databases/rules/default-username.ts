import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql, postgres } from './examples.ts';

/**
 * Names that AWS proposes, and that AWS Config takes for defaults whatever the engine.
 *
 * @source AWS Config, rds-instance-default-admin-check: valid names cannot include postgres or admin; the same two in
 *   turbot/steampipe-mod-aws-compliance, query rds_db_instance_no_default_admin_name (both read 2026-11-27)
 */
const DEFAULTS: readonly string[] = ['admin', 'postgres'];

export const defaultUsername = defineRule<Databases>({
  code: 'database/default-username',
  severity: 'warning',
  summary: 'the administrator of a new database has no name that everybody tries first',
  why: 'whoever guesses passwords needs the name too; it can be chosen only when the database is made',
  source: 'RDS.25; AWS Config, rds-instance-default-admin-check (read 2026-11-27)',
  examples: {
    good: [postgres(), mysql({ username: 'boss' }), postgres({ adopt: 'true', username: 'postgres' })],
    bad: [postgres({ username: 'postgres' }), mysql({ username: 'admin' })],
  },
  check: eachItem<Database>('databases', ({ engine, username, adopt }, at, report) => {
    // An adopted database must say the name it has. RDS refuses admin for PostgreSQL, which is an error of its own.
    if (username === undefined || adopt || !DEFAULTS.includes(username)) return;
    if (engine === 'postgres' && username === 'admin') return;
    report({
      at: at('username'),
      message: `${username} is the name that AWS proposes`,
      help: 'leave username out for dbadmin, or take another name, before the database is made',
      suggestions: [{ message: 'the default of elastiform', replacement: 'dbadmin' }],
    });
  }),
});
