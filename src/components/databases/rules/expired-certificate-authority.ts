import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

/**
 * Certificate authorities of RDS that have ended, and when in most regions.
 *
 * @source RDS user guide, "Rotating your SSL/TLS certificate": rds-ca-2019 expired in August 2024; aws-samples/rds-ssl-update:
 *   rds-ca-2015 on 2020-03-05 (read 2026-11-27). In regions that opened later rds-ca-2019 lives until 2061 (AWS News Blog,
 *   "Rotate Your SSL/TLS Certificates Now", 2023-10, as quoted by others), so the finding is no error.
 */
const ENDED: ReadonlyMap<string, string> = new Map([
  ['rds-ca-2015', 'March 2020'],
  ['rds-ca-2019', 'August 2024'],
]);

export const expiredCertificateAuthority = defineRule<Databases>({
  code: 'database/expired-certificate-authority',
  severity: 'warning',
  summary: 'the certificate of the server comes from an authority that still lives',
  why: 'clients that check the certificate refuse the connection, and then somebody switches the check off',
  source:
    'CKV_AWS_211 (bridgecrewio/checkov@3d85bba, RDSCACertIsRecent.py, which still takes rds-ca-2019); RDS user guide, UsingWithRDS.SSL-certificate-rotation (read 2026-11-27)',
  examples: {
    good: [postgres(), postgres({ caCertificateIdentifier: 'rds-ca-ecc384-g1' })],
    bad: [postgres({ caCertificateIdentifier: 'rds-ca-2019' })],
  },
  check: eachItem<Database>('databases', ({ caCertificateIdentifier: authority }, at, report) => {
    const end = authority === undefined ? undefined : ENDED.get(authority);
    if (end === undefined) return;
    report({
      at: at('caCertificateIdentifier'),
      message: `${authority} ended in ${end}`,
      help: 'give the clients the bundle of RDS (global-bundle.pem) first, then write rds-ca-rsa2048-g1',
      suggestions: [{ message: 'the same kind of key, until 2061', replacement: 'rds-ca-rsa2048-g1' }],
    });
  }),
});
