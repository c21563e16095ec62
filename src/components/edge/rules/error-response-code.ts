import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

const ALLOWED = [200, 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

export const errorResponseCode = defineRule<Edge>({
  code: 'edge/error-response-code',
  severity: 'error',
  summary: 'an error page has a status code that CloudFront takes',
  why: 'CloudFront refuses others, redirects among them',
  source:
    'CloudFront developer guide, "Create a custom error page for specific HTTP status codes" (read 2026-11-25); unverified: that no other code is taken',
  examples: {
    good: [web('errorResponses: {"404": {page: /404.html, responseCode: 404}}')],
    bad: [web('errorResponses: {"404": {page: /404.html, responseCode: 302}}')],
  },
  check: eachItem<EdgeItem>('edge', ({ errorResponses }, at, report) => {
    for (const [code, { responseCode }] of errorResponses) {
      if (ALLOWED.includes(responseCode)) continue;
      report({
        at: at('errorResponses', code, 'responseCode'),
        message: `${responseCode} is no status code of an error page`,
        help: `write one of ${ALLOWED.join(', ')}`,
      });
    }
  }),
});
