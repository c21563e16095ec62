import { defineRule } from '../../../compiler/rules/rule.ts';
import type { Edge } from '../schema.ts';

const OWNED = 'bucketPolicy: {owner: terraform}';

export const bucketPolicyTwice = defineRule<Edge>({
  code: 'edge/bucket-policy-twice',
  severity: 'error',
  summary: 'the policy of a bucket is written by one distribution',
  why: 'a bucket has one policy, and each of the two replaces that of the other at every apply, so that one site answers 403',
  source: 'botocore 1.43.11, s3, PutBucketPolicy replaces the policy of the bucket (read 2026-11-25)',
  examples: {
    good: [
      `edge: {a: {bucket: dapp-a, ${OWNED}}, b: {bucket: dapp-b, ${OWNED}}}`,
      `edge: {a: {bucket: dapp-a, ${OWNED}}, b: {bucket: dapp-a}}`,
    ],
    bad: [`edge: {a: {bucket: dapp-a, ${OWNED}}, b: {bucket: dapp-a, ${OWNED}}}`],
  },
  check(edge, report) {
    const owners = new Map<string, string>();
    for (const [key, { bucket, bucketPolicy }] of edge) {
      if (bucketPolicy.owner !== 'terraform') continue;
      const owner = owners.get(bucket);
      if (owner === undefined) {
        owners.set(bucket, key);
        continue;
      }
      report({
        at: ['edge', key, 'bucketPolicy', 'owner'],
        message: `${owner} writes the policy of the bucket ${bucket} too`,
        help: 'write owner: elsewhere for both, and one policy with the statements of both outputs',
        related: [{ message: 'the other one', at: { path: ['edge', owner, 'bucketPolicy', 'owner'] } }],
      });
    }
  },
});
