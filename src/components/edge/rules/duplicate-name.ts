import { defineRule } from '../../../compiler/rules/rule.ts';
import { policyNames } from '../names.ts';
import type { Edge } from '../schema.ts';

export const duplicateName = defineRule<Edge>({
  code: 'edge/duplicate-name',
  severity: 'error',
  summary: 'two distributions have different names in AWS, and so have their policies',
  why: 'the names of origin access controls and policies are unique in an account: the second one cannot be created',
  source:
    'botocore 1.43.11, cloudfront, OriginAccessControlAlreadyExists, CachePolicyAlreadyExists (read 2026-11-25)',
  examples: {
    good: ['edge: {a: {bucket: dapp-a}, b: {bucket: dapp-b}}'],
    bad: [
      'edge: {a: {bucket: dapp-a}, b: {bucket: dapp-b, name: prod-a}}',
      'edge: {a: {bucket: dapp-a, cache: {others: {old-html: {paths: ["old/*"], ttl: 1d}}}}, a-old: {bucket: dapp-b}}',
    ],
  },
  check(edge, report, { isWritten }) {
    const owners = new Map<string, string>();
    for (const [key, item] of edge) {
      const taken = [item.name, ...policyNames(item)].find((name) => owners.has(name));
      if (taken !== undefined) {
        const owner = owners.get(taken) ?? '';
        const nameOf = (item: string) => ['edge', item, 'name'];
        // A name that somebody wrote can be changed more easily than one that follows from a key.
        const isOwnersToChange = isWritten(nameOf(owner)) && !isWritten(nameOf(key));
        const [second, first] = isOwnersToChange ? [owner, key] : [key, owner];
        report({
          at: nameOf(second),
          message: `the name ${taken} is taken by ${first}`,
          help: 'write another name',
          related: [{ message: 'the other one', at: { path: nameOf(first) } }],
        });
      }
      for (const name of [item.name, ...policyNames(item)]) owners.set(name, key);
    }
  },
});
