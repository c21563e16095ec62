import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

/** What ElastiCache lets nobody set, and what to do instead. */
const FIXED: ReadonlyMap<string, string> = new Map([
  ['maxclients', 'every node takes 65,000 clients; let the pods share connections'],
  ['maxmemory', 'it follows from nodeType; reserved-memory-percent says how much of it data may not use'],
  ['appendonly', 'ElastiCache keeps no append-only file; replicas and snapshots hold the data'],
  ['appendfsync', 'ElastiCache keeps no append-only file; replicas and snapshots hold the data'],
]);

export const fixedParameter = defineRule<Caches>({
  code: 'cache/fixed-parameter',
  severity: 'error',
  summary: 'parameters are such that ElastiCache lets somebody set',
  why: 'AWS refuses a change of them when the parameter group is already made',
  source:
    'awsdocs/amazon-elasticache-docs@2b949d58, ParameterGroups.Redis.md: maxclients "Modifiable: No", maxmemory cannot be modified, appendonly and appendfsync not supported from Redis 2.8.22 on; botocore 1.43.11, CreateReplicationGroup: nor with Valkey (read 2026-11-27)',
  examples: {
    good: [stagingCache('parameters: {maxmemory-policy: noeviction, timeout: "300"}')],
    bad: [
      stagingCache('parameters: {maxclients: "10000"}'),
      stagingCache('parameters: {maxmemory: 4gb}'),
      stagingCache('parameters: {appendonly: "yes"}'),
    ],
  },
  check: eachItem<Cache>('caches', ({ parameters }, at, report) => {
    for (const [name, instead] of FIXED) {
      if (!parameters.has(name)) continue;
      report({
        at: at('parameters', name),
        on: 'key',
        message: `${name} cannot be set on ElastiCache`,
        help: `remove it: ${instead}`,
        suggestions: [{ message: `remove ${name}`, change: { path: at('parameters', name), remove: true } }],
      });
    }
  }),
});
