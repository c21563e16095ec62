import { defineRule } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';

export const duplicateName = defineRule<Caches>({
  code: 'cache/duplicate-name',
  severity: 'error',
  summary: 'two caches have different names in AWS',
  why: 'the second one cannot be created',
  source:
    'botocore, elasticache, ReplicationGroupAlreadyExistsFault (read 2026-11-25); unverified: CacheSubnetGroupAlreadyExists',
  examples: {
    good: [
      'tier: staging\ncaches: {a: {nodeType: cache.r6g.large, securityGroups: [redis]}, b: {nodeType: cache.r6g.large, securityGroups: [redis]}}',
      'tier: staging\ncaches: {a: {nodeType: cache.r6g.large, securityGroups: [redis]}, b: {subnetGroup: {name: prod-a, managedBy: elsewhere}, nodeType: cache.r6g.large, securityGroups: [redis]}}',
    ],
    bad: [
      'tier: staging\ncaches: {a: {nodeType: cache.r6g.large, securityGroups: [redis]}, b: {replicationGroupId: prod-a, nodeType: cache.r6g.large, securityGroups: [redis]}}',
      'tier: staging\ncaches: {a: {nodeType: cache.r6g.large, securityGroups: [redis]}, b: {subnetGroup: {name: prod-a}, nodeType: cache.r6g.large, securityGroups: [redis]}}',
    ],
  },
  check(caches, report, { isWritten }) {
    const check = (nameOf: (cache: Cache) => string | undefined, ...path: string[]) => {
      const owners = new Map<string, string>();
      for (const [key, cache] of caches) {
        const name = nameOf(cache);
        if (name === undefined) continue;
        const owner = owners.get(name);
        if (owner === undefined) {
          owners.set(name, key);
          continue;
        }
        const pathOf = (item: string) => ['caches', item, ...path];
        // A name that somebody wrote can be changed more easily than one that follows from a key.
        const isOwnersToChange = isWritten(pathOf(owner)) && !isWritten(pathOf(key));
        const [second, first] = isOwnersToChange ? [owner, key] : [key, owner];
        report({
          at: pathOf(second),
          message: `${name} is also the ${path.join('.')} of the cache ${first}`,
          help: `write another ${path.join('.')}`,
          related: [{ message: 'the other cache', at: { path: pathOf(first) } }],
        });
      }
    };
    check(({ replicationGroupId }) => replicationGroupId, 'replicationGroupId');
    const madeHere = ({ subnetGroup: { name, managedBy } }: Cache) =>
      managedBy === 'terraform' ? name : undefined;
    check(madeHere, 'subnetGroup', 'name');
  },
});
