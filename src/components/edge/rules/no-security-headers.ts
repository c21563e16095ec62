import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

/** @source CKV_AWS_259: at least 31,536,000 s (bridgecrewio/checkov@2fb967d, read 2026-11-27) */
const YEAR = 31_536_000;

export const noSecurityHeaders = defineRule<Edge>({
  code: 'edge/no-security-headers',
  severity: 'warning',
  summary: 'answers carry the headers of security, and production insists on HTTPS for a year',
  why: 'without them a page can be put into the frame of a stranger, and the first request of a visit may go over plain HTTP',
  source:
    'CKV2_AWS_32 (bridgecrewio/checkov@15d8868, CloudFrontHasResponseHeadersPolicy.yaml); CKV_AWS_259 (@2fb967d), of which the length of maxAge (both read 2026-11-27)',
  examples: {
    good: [
      web(),
      web('responseHeaders: {frameOptions: DENY}'),
      `tier: staging\n${web('responseHeaders: {strictTransportSecurity: {maxAge: 5m}}')}`,
    ],
    bad: [
      web('responseHeaders: false'),
      `tier: dev\n${web('responseHeaders: false')}`,
      web('responseHeaders: {strictTransportSecurity: {maxAge: 0s}}'),
      web('responseHeaders: {strictTransportSecurity: {maxAge: 30d}}'),
    ],
  },
  check: eachItem<EdgeItem>('edge', ({ responseHeaders }, at, report, { frame }) => {
    if (!responseHeaders) {
      report({
        at: at('responseHeaders'),
        message: 'responseHeaders is false: no Strict-Transport-Security, no nosniff, no frame options',
        help: 'take the line away, or switch off what is in the way: cacheControl, frameOptions, referrerPolicy',
      });
      return;
    }
    const { maxAge, preload } = responseHeaders.strictTransportSecurity;
    // Beside preload it is a finding of its own.
    if (frame.tier !== 'prod' || preload || maxAge >= YEAR) return;
    report({
      at: at('responseHeaders', 'strictTransportSecurity', 'maxAge'),
      message:
        maxAge === 0
          ? 'maxAge is 0s: browsers forget to insist on HTTPS'
          : `maxAge is ${formatDuration(maxAge)}, less than a year`,
      help: 'take the line away for 365d; while it is tried out, accept this finding by an exception that ends',
      suggestions: [{ message: 'a year', replacement: '365d' }],
    });
  }),
});
