import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

export const errorPageHidesApi = defineRule<Edge>({
  code: 'edge/error-page-hides-api',
  severity: 'warning',
  summary: 'error pages do not answer for the API',
  why: 'they hold for the whole distribution: a client of the API that should get an error gets a page',
  source:
    'botocore 1.43.11, cloudfront, DistributionConfig.CustomErrorResponses: of the distribution (read 2026-11-25)',
  examples: {
    good: [
      web('errorResponses: {"403": {page: /index.html, responseCode: 200}}'),
      web('apiOrigin: {domainName: api.example.com}'),
    ],
    bad: [
      web(
        'apiOrigin: {domainName: api.example.com}',
        'errorResponses: {"403": {page: /index.html, responseCode: 200}}',
      ),
    ],
  },
  check: eachItem<EdgeItem>('edge', ({ apiOrigin, errorResponses }, at, report) => {
    if (!apiOrigin || errorResponses.size === 0) return;
    report({
      at: at('errorResponses'),
      on: 'key',
      message: `when the API answers ${[...errorResponses.keys()].join(' or ')}, its client gets a page`,
      help: 'give the API a name of its own, or let a function of CloudFront send the paths of the application to its page',
      related: [{ message: 'the API', at: { path: at('apiOrigin'), on: 'key' } }],
    });
  }),
});
