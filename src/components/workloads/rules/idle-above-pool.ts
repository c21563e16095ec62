import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const idleAbovePool = defineRule<Workloads>({
  code: 'workload/idle-above-pool',
  severity: 'warning',
  summary: 'a pod keeps no more idle connections than it may open',
  why: 'the driver silently uses the smaller number, so that the larger one says nothing',
  source: 'database/sql of Go, SetMaxIdleConns',
  examples: {
    good: ['workloads: {api: {replicas: 2, database: {ref: postgres, poolSize: 50, maxIdle: 10}}}'],
    bad: ['workloads: {api: {replicas: 2, database: {ref: postgres, poolSize: 10, maxIdle: 50}}}'],
  },
  check: eachItem('workloads', ({ database }, at, report) => {
    if (database?.maxIdle === undefined || database.maxIdle <= database.poolSize) return;
    report({
      at: at('database', 'maxIdle'),
      message: `maxIdle is ${database.maxIdle}, but poolSize is ${database.poolSize}`,
      help: `write ${database.poolSize} or less`,
      suggestions: [{ message: `write ${database.poolSize}`, replacement: String(database.poolSize) }],
    });
  }),
});
