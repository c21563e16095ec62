import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { CERTIFICATE, web } from './edge-example.ts';

export const aliasWithoutCertificate = defineRule<Edge>({
  code: 'edge/alias-without-certificate',
  severity: 'error',
  summary: 'a distribution with aliases has a certificate for them',
  why: 'CloudFront refuses an alias that no certificate of the distribution covers, so that nobody can take the name of another',
  source:
    'botocore 1.43.11, cloudfront, ViewerCertificate: with Aliases a certificate is given (read 2026-11-25); unverified: the refusal',
  examples: {
    good: [web('aliases: [app.example.com]', CERTIFICATE)],
    bad: [web('aliases: [app.example.com]')],
  },
  check: eachItem<EdgeItem>('edge', ({ aliases, certificateArn }, at, report) => {
    if (aliases.length === 0 || certificateArn !== undefined) return;
    report({
      at: at('aliases'),
      message: `no certificate covers ${aliases.join(', ')}`,
      help: 'write certificateArn, of a certificate of ACM in us-east-1',
    });
  }),
});
