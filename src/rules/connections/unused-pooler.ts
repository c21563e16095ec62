import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { platform } from './examples.ts';

export const unusedPooler = defineRule<Model>({
  code: 'connection/unused-pooler',
  severity: 'info',
  summary: 'somebody connects via a pooler that there is',
  why: 'pods without via: pgbouncer open connections at the database itself, and the pooler helps nobody',
  source: 'spec language: via is direct unless somebody says otherwise (2026-11-25)',
  examples: {
    good: [platform({ maxReplicas: 10, poolSize: 5, via: 'pgbouncer', pooler: '{userListSecret: clients}' })],
    bad: [platform({ maxReplicas: 10, poolSize: 5, pooler: '{userListSecret: clients}' })],
  },
  check({ workloads, databases }, report) {
    for (const [key, { connectionPooler }] of databases) {
      const isUsed = [...workloads.values()].some(
        ({ database }) => database?.ref === key && database.via === 'pgbouncer',
      );
      if (!connectionPooler || isUsed) continue;
      report({
        at: ['databases', key, 'connectionPooler'],
        on: 'key',
        message: `no workload connects to ${key} via pgbouncer`,
        help: 'write via: pgbouncer where the workload names its database; clients outside of the spec need nothing',
      });
    }
  },
});
