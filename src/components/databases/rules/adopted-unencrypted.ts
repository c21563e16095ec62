import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

const adopted = (encrypted: boolean) =>
  postgres({ adopt: 'true', username: 'dbadmin', storage: `{allocated: 200GiB, encrypted: ${encrypted}}` });

export const adoptedUnencrypted = defineRule<Databases>({
  code: 'database/adopted-unencrypted',
  severity: 'warning',
  summary: 'the disk of an adopted database is encrypted',
  why: 'snapshots, backups and replicas of a plain disk are plain too, and whoever gets one reads it',
  source:
    'RDS.3; CKV_AWS_16 (bridgecrewio/checkov@0efdb38, RDSEncryption.py); AWS-0080 (aquasecurity/trivy-checks@15e1055); RDS user guide, Overview.Encryption (all read 2026-11-27)',
  examples: { good: [adopted(true)], bad: [adopted(false), `tier: dev\n${adopted(false)}`] },
  check: eachItem<Database>('databases', ({ adopt, storage }, at, report) => {
    // For a new database it is an error of its own.
    if (storage.encrypted || !adopt) return;
    report({
      at: at('storage', 'encrypted'),
      message: 'the adopted database is not encrypted, and cannot become so in place',
      help: 'copy a snapshot of it with a KMS key, restore a new database from the copy and move there; accept it until then by an exception',
      related: [{ message: 'adopted here', at: { path: at('adopt'), on: 'key' } }],
    });
  }),
});
