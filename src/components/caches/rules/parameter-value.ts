import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { suggestWords } from '../../../compiler/shape/suggest-words.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

const POLICIES = [
  'volatile-lru',
  'allkeys-lru',
  'volatile-lfu',
  'allkeys-lfu',
  'volatile-random',
  'allkeys-random',
  'volatile-ttl',
  'noeviction',
];

export const parameterValue = defineRule<Caches>({
  code: 'cache/parameter-value',
  severity: 'error',
  summary: 'maxmemory-policy and the memory in reserve have values that AWS takes',
  why: 'Terraform plans any text, and AWS refuses it when the parameter group is already made',
  source:
    'awsdocs/amazon-elasticache-docs@2b949d58, ParameterGroups.Redis.md, "Redis 4.0.10 Parameter Changes": permitted values of maxmemory-policy; ElastiCache User Guide, "Managing reserved memory": bytes or percent of maxmemory, and a group has one of the two (read 2026-11-27)',
  examples: {
    good: [
      stagingCache('parameters: {maxmemory-policy: allkeys-lfu, reserved-memory-percent: "30"}'),
      stagingCache('parameters: {timeout: "300"}'),
    ],
    bad: [
      stagingCache('parameters: {maxmemory-policy: allkeys_lru}'),
      stagingCache('parameters: {maxmemory-policy: lru}'),
      stagingCache('parameters: {reserved-memory-percent: 25%}'),
      stagingCache('parameters: {reserved-memory-percent: "125"}'),
      stagingCache('parameters: {reserved-memory: 2Gi}'),
      stagingCache('parameters: {reserved-memory: "4000000000", reserved-memory-percent: "30"}'),
    ],
  },
  check: eachItem<Cache>('caches', ({ parameters }, at, report) => {
    const policy = parameters.get('maxmemory-policy');
    if (policy !== undefined && !POLICIES.includes(policy)) {
      report({
        at: at('parameters', 'maxmemory-policy'),
        message: `${policy} is no policy for full memory`,
        help: `the policies are ${POLICIES.join(', ')}`,
        suggestions: suggestWords(policy, POLICIES),
      });
    }
    const percent = parameters.get('reserved-memory-percent');
    if (percent !== undefined && !(/^[0-9]{1,3}$/.test(percent) && Number(percent) <= 100)) {
      const number = /^([0-9]{1,2}|100) ?%$/.exec(percent)?.[1];
      report({
        at: at('parameters', 'reserved-memory-percent'),
        message: `${percent} is no whole number from 0 to 100`,
        help: 'write the percent without a sign',
        suggestions: number === undefined ? [] : [{ message: `write ${number}`, replacement: `"${number}"` }],
      });
    }
    const bytes = parameters.get('reserved-memory');
    if (bytes !== undefined && !/^[0-9]{1,15}$/.test(bytes)) {
      report({
        at: at('parameters', 'reserved-memory'),
        message: `${bytes} is no number of bytes`,
        help: 'write bytes without a unit, or better reserved-memory-percent, which holds for every node type',
      });
    }
    if (percent !== undefined && bytes !== undefined) {
      report({
        at: at('parameters', 'reserved-memory'),
        on: 'key',
        message:
          'reserved-memory and reserved-memory-percent are both written; a parameter group has one of them',
        help: 'keep reserved-memory-percent, which holds for every node type',
        related: [{ message: 'the other one', at: { path: at('parameters', 'reserved-memory-percent') } }],
        suggestions: [
          {
            message: 'take reserved-memory away',
            change: { path: at('parameters', 'reserved-memory'), remove: true },
          },
        ],
      });
    }
  }),
});
