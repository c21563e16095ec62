import { defineRule } from '../../../compiler/rules/rule.ts';
import { policyNames } from '../names.ts';
import type { Edge } from '../schema.ts';

/** unverified: remembered from the page "Quotas" of the CloudFront developer guide, section on policies. */
const POLICIES_PER_ACCOUNT = 20;

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => `k${i}: {paths: ["k${i}/*"], ttl: 1d}`).join(', ');

export const policyQuota = defineRule<Edge>({
  code: 'edge/policy-quota',
  severity: 'warning',
  summary: 'the kinds of files of an environment fit into the quota of policies',
  why: 'each kind is a cache policy and a response headers policy; an account has 20 of each, for all its environments',
  source:
    'CloudFront developer guide, "Quotas": 20 cache policies and 20 response headers policies per account; unverified: the numbers (2026-11-25)',
  examples: {
    good: [`edge: {web: {bucket: dapp-a, cache: {others: {${many(17)}}}}}`],
    bad: [`edge: {web: {bucket: dapp-a, cache: {others: {${many(18)}}}}}`],
  },
  check(edge, report) {
    const count = [...edge.values()].flatMap((item) => policyNames(item)).length;
    if (count <= POLICIES_PER_ACCOUNT) return;
    report({
      at: ['edge'],
      on: 'key',
      message: `${count} kinds of files need ${count} policies, and an account has ${POLICIES_PER_ACCOUNT}`,
      help: 'put kinds together that have the same numbers, or ask AWS for a higher quota',
    });
  },
});
