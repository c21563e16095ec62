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
  check(edge, report) {
    const owners = new Map<string, string>();
    for (const [key, item] of edge) {
      const taken = [item.name, ...policyNames(item)].find((name) => owners.has(name));
      if (taken !== undefined) {
        const owner = owners.get(taken) ?? '';
        report({
          at: ['edge', key, 'name'],
          message: `the name ${taken} is taken by ${owner}`,
          help: 'write another name',
          related: [{ message: 'first used here', at: { path: ['edge', owner, 'name'] } }],
        });
      }
      for (const name of [item.name, ...policyNames(item)]) owners.set(name, key);
    }
  },
});
