import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eachClient } from './each-client.ts';
import { example } from './example.ts';

export const idleAbovePool = defineRule<Model>({
  code: 'workload/idle-above-pool',
  severity: 'warning',
  summary: 'a pod keeps no more idle connections than it may open',
  why: 'the driver silently uses the smaller number, so that the larger one says nothing',
  source: 'database/sql of Go, SetMaxIdleConns',
  examples: {
    good: [example('poolSize: 50, maxIdle: 10')],
    bad: [example('poolSize: 10, maxIdle: 50')],
  },
  check: eachClient((database, at, report) => {
    if (database.maxIdle === undefined || database.maxIdle <= database.poolSize) return;
    report({
      at: at('maxIdle'),
      message: `maxIdle is ${database.maxIdle}, but poolSize is ${database.poolSize}`,
      help: `write ${database.poolSize} or less`,
      related: [{ message: 'poolSize is set here', at: { path: at('poolSize') } }],
      suggestions: [{ message: `write ${database.poolSize}`, replacement: String(database.poolSize) }],
    });
  }),
});
