import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Edge, EdgeItem } from '../schema.ts';

/** @source botocore 1.43.11, cloudfront, OriginAccessControlConfig.Name (read 2026-11-25) */
const LONGEST = 64;

export const nameTooLong = defineRule<Edge>({
  code: 'edge/name-too-long',
  severity: 'error',
  summary: 'the name of a distribution has at most 64 characters',
  why: 'it is the name of the origin access control, of which CloudFront takes no more',
  source: 'botocore 1.43.11, cloudfront, OriginAccessControlConfig.Name (read 2026-11-25)',
  examples: {
    good: [`edge: {web: {bucket: dapp-a, name: ${'n'.repeat(LONGEST)}}}`],
    bad: [`edge: {web: {bucket: dapp-a, name: ${'n'.repeat(LONGEST + 1)}}}`],
  },
  check: eachItem<EdgeItem>('edge', ({ name }, at, report) => {
    if (name.length <= LONGEST) return;
    report({
      at: at('name'),
      message: `${name} has ${name.length} characters, and ${LONGEST} are allowed`,
      help: 'write a shorter name',
    });
  }),
});
