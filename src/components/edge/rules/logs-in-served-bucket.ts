import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

export const logsInServedBucket = defineRule<Edge>({
  code: 'edge/logs-in-served-bucket',
  severity: 'error',
  summary: 'access logs go to another bucket than the one that is served',
  why: 'everybody who guesses their names could read the logs, with the addresses of visitors in them',
  source: 'the policy that lets CloudFront read names all objects of the bucket (2026-11-25)',
  examples: {
    good: [web('logging: {bucket: dapp-prod-logs}')],
    bad: [web('logging: {bucket: dapp-prod-frontend}')],
  },
  check: eachItem<EdgeItem>('edge', ({ bucket, logging }, at, report) => {
    if (logging?.bucket !== bucket) return;
    report({
      at: at('logging', 'bucket'),
      message: `${bucket} is the bucket that is served`,
      help: 'name another bucket',
      related: [{ message: 'the bucket that is served', at: { path: at('bucket') } }],
    });
  }),
});
