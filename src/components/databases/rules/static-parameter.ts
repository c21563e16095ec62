import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isStatic } from '../facts/parameters.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const staticParameter = defineRule<Databases>({
  code: 'database/static-parameter',
  severity: 'error',
  summary: 'a static parameter is taken over at a reboot',
  why: 'RDS refuses apply: immediate for parameters that the engine reads only when it starts',
  source: 'botocore 1.43.11, API model of rds, ModifyDBParameterGroup, Parameters (read 2026-11-25)',
  examples: {
    good: [
      postgres({ parameters: '{max_connections: {value: "2000"}}' }),
      postgres({ parameters: '{work_mem: {value: "8192", apply: immediate}}' }),
    ],
    bad: [postgres({ parameters: '{max_connections: {value: "2000", apply: immediate}}' })],
  },
  check: eachItem<Database>('databases', ({ engine, parameters }, at, report) => {
    for (const [name, { apply }] of parameters) {
      if (apply !== 'immediate' || !isStatic(engine, name)) continue;
      report({
        at: at('parameters', name, 'apply'),
        message: `${name} is a static parameter and apply is immediate`,
        help: 'write pending-reboot, or take the line away',
        suggestions: [{ message: 'pending-reboot', replacement: 'pending-reboot' }],
      });
    }
  }),
});
