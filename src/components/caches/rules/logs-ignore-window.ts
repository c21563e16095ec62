import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { setting } from '../../../compiler/rules/suggestions.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const logsIgnoreWindow = defineRule<Caches>({
  code: 'cache/logs-ignore-window',
  severity: 'warning',
  summary: 'log delivery is changed immediately',
  why: 'AWS refuses a change of log delivery that is to wait for the maintenance window, so the apply of such a change fails',
  source:
    'ElastiCache User Guide, "Log delivery": "You must set the apply-immediately parameter" (read 2026-11-25)',
  examples: {
    good: [stagingCache('changes: {apply: immediately}', 'logs: {slowLog: {destination: /redis/slow}}')],
    bad: [stagingCache('logs: {slowLog: {destination: /redis/slow}}')],
  },
  check: eachItem<Cache>('caches', ({ logs, changes, clusterMode }, at, report) => {
    const isDelivered = logs?.slowLog !== undefined || logs?.engineLog !== undefined;
    // In cluster mode another rule asks for the same.
    if (!isDelivered || changes.apply === 'immediately' || clusterMode === 'enabled') return;
    report({
      at: at('logs'),
      on: 'key',
      message: 'logs are delivered, but changes wait for the maintenance window',
      help: 'write changes.apply: immediately',
      suggestions: [setting(at('changes', 'apply'), 'immediately')],
      related: [{ message: 'when changes are made', at: { path: at('changes', 'apply') } }],
    });
  }),
});
