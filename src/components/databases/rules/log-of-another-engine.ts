import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { engineFacts } from '../facts/engines.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql, postgres } from './examples.ts';

export const logOfAnotherEngine = defineRule<Databases>({
  code: 'database/log-of-another-engine',
  severity: 'error',
  summary: 'logs are those of the engine',
  why: 'RDS refuses to send a log that the engine does not write',
  source:
    'botocore 1.43.11, API model of rds, CreateDBInstance, EnableCloudwatchLogsExports (read 2026-11-25)',
  examples: {
    good: [
      mysql({ monitoring: '{logs: [error, general]}' }),
      postgres({ monitoring: '{logs: [postgresql]}' }),
    ],
    bad: [postgres({ monitoring: '{logs: [slowquery]}' })],
  },
  check: eachItem<Database>('databases', ({ engine, monitoring }, at, report) => {
    const { title, logs } = engineFacts[engine];
    const wrong = monitoring.logs.filter((log) => !logs.includes(log));
    if (wrong.length === 0) return;
    // One word is a slip; several are the list of another engine.
    const item = wrong.length === 1 ? [String(monitoring.logs.indexOf(wrong[0]!))] : [];
    report({
      at: at('monitoring', 'logs', ...item),
      message: `${title} writes no log ${wrong.join(', ')}`,
      help: `choose among ${logs.join(', ')}`,
      related: [{ message: 'the engine', at: { path: at('engine') } }],
    });
  }),
});
