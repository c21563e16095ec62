import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { type Engine, engineFacts } from '../facts/engines.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql, postgres } from './examples.ts';

/** The log in which the engine says who was refused, and what failed. */
const MAIN_LOG: Readonly<Record<Engine, Log>> = {
  postgres: 'postgresql',
  mysql: 'error',
  mariadb: 'error',
};
type Log = Database['monitoring']['logs'][number];

export const noLogs = defineRule<Databases>({
  code: 'database/no-logs',
  severity: 'warning',
  summary: 'the log of the engine is sent to CloudWatch',
  why: 'on the instance a log lives for days and goes with it; after an intrusion there is nothing to read',
  source:
    'RDS.9, RDS.36, RDS.42; CKV_AWS_129 (bridgecrewio/checkov@1cc2823, DBInstanceLogging.py) (all read 2026-11-27)',
  examples: {
    good: [postgres(), mysql({ monitoring: '{logs: [error, audit]}' })],
    bad: [
      postgres({ monitoring: '{logs: []}' }),
      mysql({ monitoring: '{logs: [slowquery]}' }),
      `tier: dev\n${postgres({ monitoring: '{logs: [upgrade]}' })}`,
    ],
  },
  check: eachItem<Database>('databases', ({ engine, monitoring: { logs } }, at, report) => {
    const main = MAIN_LOG[engine];
    // A log of another engine is an error of its own.
    if (logs.includes(main) || logs.some((log) => !engineFacts[engine].logs.includes(log))) return;
    report({
      at: at('monitoring', 'logs'),
      message: `logs is [${logs.join(', ')}], without ${main}`,
      help: `take the line away, or add ${main}`,
    });
  }),
});
