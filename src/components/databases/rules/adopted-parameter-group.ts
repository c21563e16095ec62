import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { parameterGroupOf } from '../names.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

const adopted = { adopt: 'true', username: 'postgres' };
const parameters = '{log_min_duration_statement: {value: "500"}}';

export const adoptedParameterGroup = defineRule<Databases>({
  code: 'database/adopted-parameter-group',
  severity: 'error',
  summary: 'parameters of an adopted database name the parameter group that it has',
  why: 'otherwise the first plan would create a group and move the database into it, and the values of its present group would be gone at the next reboot',
  source: 'elastiform: the first plan of what is adopted creates nothing',
  examples: {
    good: [
      postgres({ ...adopted, parameters, parameterGroup: '{name: prod-postgres-16-legacy}' }),
      postgres({ ...adopted, parameters, parameterGroup: '{adopt: false}' }),
      postgres({ ...adopted, parameterGroup: '{name: prod-postgres-16-legacy}' }),
    ],
    bad: [postgres({ ...adopted, parameters })],
  },
  check: eachItem<Database>('databases', (database, at, report) => {
    const { parameterGroup, parameters: written } = database;
    if (!parameterGroup.adopt || written.size === 0 || parameterGroup.name !== undefined) return;
    const group = parameterGroupOf(database);
    const made = group.kind === 'managed' ? group.name : '';
    report({
      at: at('parameters'),
      on: 'key',
      message: 'the database is adopted with parameters, and parameterGroup.name is not set',
      help: `name the group it has, or write parameterGroup: {adopt: false} to create ${made} and move the database into it`,
      related: [{ message: 'adopted here', at: { path: at('adopt'), on: 'key' } }],
    });
  }),
});
