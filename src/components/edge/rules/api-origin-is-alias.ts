import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { CERTIFICATE, web } from './edge-example.ts';

export const apiOriginIsAlias = defineRule<Edge>({
  code: 'edge/api-origin-is-alias',
  severity: 'error',
  summary: 'the API is reached under another name than the distribution',
  why: 'CloudFront would ask itself, and answers 403',
  source:
    'CloudFront developer guide, "Quotas": two distributions in a request chain, 403 beyond (read 2026-11-25)',
  examples: {
    good: [web('aliases: [app.example.com]', CERTIFICATE, 'apiOrigin: {domainName: api.example.com}')],
    bad: [web('aliases: [app.example.com]', CERTIFICATE, 'apiOrigin: {domainName: app.example.com}')],
  },
  check: eachItem<EdgeItem>('edge', ({ aliases, apiOrigin }, at, report) => {
    if (!apiOrigin || !aliases.includes(apiOrigin.domainName)) return;
    report({
      at: at('apiOrigin', 'domainName'),
      message: `${apiOrigin.domainName} is an alias of the same distribution`,
      help: 'write the name of the load balancer',
      related: [{ message: 'the aliases', at: { path: at('aliases') } }],
    });
  }),
});
