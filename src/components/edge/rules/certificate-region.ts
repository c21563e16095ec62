import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { CERTIFICATE, web } from './edge-example.ts';

export const certificateRegion = defineRule<Edge>({
  code: 'edge/certificate-region',
  severity: 'error',
  summary: 'the certificate of a distribution is in us-east-1',
  why: 'CloudFront takes certificates of ACM from no other region, wherever the bucket is',
  source:
    'botocore 1.43.11, cloudfront, ViewerCertificate.ACMCertificateArn: only us-east-1 (read 2026-11-25)',
  examples: {
    good: [web('aliases: [app.example.com]', CERTIFICATE)],
    bad: [web('aliases: [app.example.com]', CERTIFICATE.replace('us-east-1', 'eu-central-1'))],
  },
  check: eachItem<EdgeItem>('edge', ({ certificateArn }, at, report) => {
    const region = certificateArn?.split(':')[3];
    if (region === undefined || region === 'us-east-1') return;
    report({
      at: at('certificateArn'),
      message: `the certificate is in ${region}`,
      help: 'request one for the same names in us-east-1',
    });
  }),
});
