import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const adoptOtherId = defineRule<Caches>({
  code: 'cache/adopt-other-id',
  severity: 'error',
  summary: 'an adopted cache keeps its id',
  why: 'the import id of a replication group is its id; with another replicationGroupId the adopted cache would be replaced, and its data lost',
  source: 'terraform-provider-aws 5.100: replication_group_id forces replacement (planned)',
  examples: {
    good: [stagingCache('replicationGroupId: legacy', 'adopt: {id: legacy}'), stagingCache('adopt: true')],
    bad: [stagingCache('adopt: {id: legacy}')],
  },
  check: eachItem<Cache>('caches', ({ adopt, replicationGroupId }, at, report) => {
    if (adopt?.id === undefined || adopt.id === replicationGroupId) return;
    report({
      at: at('adopt', 'id'),
      message: `${adopt.id} is adopted, but replicationGroupId is ${replicationGroupId}`,
      help: `write replicationGroupId: ${adopt.id}`,
      suggestions: [{ message: 'adopt this cache', replacement: replicationGroupId }],
    });
  }),
});
