import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';

export const renameChangesName = defineRule<Caches>({
  code: 'cache/rename-changes-name',
  severity: 'error',
  summary: 'a renamed cache keeps the names that it has in AWS',
  why: 'the id of a replication group and the name of its subnet group cannot be changed: the cache would be replaced, and its data lost',
  source:
    'terraform-provider-aws 5.100: replication_group_id and subnet_group_name force replacement (planned)',
  examples: {
    good: [
      'tier: staging\ncaches: {redis: {previousName: sessions, replicationGroupId: prod-redis, subnetGroup: {name: prod-redis}, nodeType: cache.r6g.large}}',
      'tier: staging\ncaches: {redis: {previousName: sessions, replicationGroupId: prod-sessions, subnetGroup: {name: prod-sessions}, nodeType: cache.r6g.large}}',
    ],
    bad: ['tier: staging\ncaches: {redis: {previousName: sessions, nodeType: cache.r6g.large}}'],
  },
  check: eachItem<Cache>('caches', (cache, at, report, { frame, name, isWritten }) => {
    if (cache.previousName === undefined) return;
    const derived = `${frame.environment}-${name}`;
    const before = `${frame.environment}-${cache.previousName}`;
    const check = (...path: string[]) => {
      if (isWritten(at(...path))) return;
      const key = path.join('.');
      report({
        at: at(...path),
        message: `${key} follows the key: it was ${before} and becomes ${derived}`,
        help: `write ${key}: ${before}`,
        suggestions: [{ message: 'keep the name that the cache has', replacement: before }],
      });
    };
    check('replicationGroupId');
    check('subnetGroup', 'name');
  }),
});
