import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { CERTIFICATE, web } from './edge-example.ts';

export const tlsVersionIgnored = defineRule<Edge>({
  code: 'edge/tls-version-ignored',
  severity: 'warning',
  summary: 'a least version of TLS is asked for where it can be had',
  why: 'with the certificate for cloudfront.net CloudFront allows TLS 1.0, whatever is written',
  source:
    'botocore 1.43.11, cloudfront, ViewerCertificate.MinimumProtocolVersion: TLSv1 regardless of the value (read 2026-11-25)',
  examples: {
    good: [web(), web('minimumTlsVersion: TLSv1.2_2021', 'aliases: [app.example.com]', CERTIFICATE)],
    bad: [web('minimumTlsVersion: TLSv1.2_2021')],
  },
  check: eachItem<EdgeItem>('edge', ({ certificateArn, minimumTlsVersion }, at, report, { isWritten }) => {
    if (certificateArn !== undefined || !isWritten(at('minimumTlsVersion'))) return;
    report({
      at: at('minimumTlsVersion'),
      message: `${minimumTlsVersion} has no effect without a certificate`,
      help: 'write aliases and certificateArn, or leave it out',
      suggestions: [removal(at('minimumTlsVersion'))],
    });
  }),
});
