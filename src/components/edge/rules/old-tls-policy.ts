import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { CERTIFICATE, web } from './edge-example.ts';

const named = (policy: string) =>
  web(`minimumTlsVersion: ${policy}`, 'aliases: [app.example.com]', CERTIFICATE);

export const oldTlsPolicy = defineRule<Edge>({
  code: 'edge/old-tls-policy',
  severity: 'warning',
  summary: 'visitors are offered the ciphers of 2021, none that are older',
  why: 'the older policies still offer ciphers in CBC mode, for browsers that nobody has any more',
  source:
    'AWS-0013 (HIGH; aquasecurity/trivy-checks@2d6935f, use_secure_tls_policy.rego); CloudFront.15 (turbot/steampipe-mod-aws-compliance@05693bd); CloudFront developer guide, "Supported protocols and ciphers between viewers and CloudFront" (all read 2026-11-27); CKV_AWS_174 takes the older ones too',
  examples: {
    good: [web(), named('TLSv1.2_2021')],
    bad: [named('TLSv1.2_2019'), named('TLSv1.2_2018')],
  },
  check: eachItem<EdgeItem>('edge', ({ certificateArn, minimumTlsVersion }, at, report) => {
    // Without a certificate it has no effect, which is a finding of its own.
    if (certificateArn === undefined || minimumTlsVersion === 'TLSv1.2_2021') return;
    report({
      at: at('minimumTlsVersion'),
      message: `${minimumTlsVersion} is older than TLSv1.2_2021`,
      help: 'take the line away',
      suggestions: [{ message: 'the newest that elastiform knows', replacement: 'TLSv1.2_2021' }],
    });
  }),
});
