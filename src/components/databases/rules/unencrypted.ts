import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const unencrypted = defineRule<Databases>({
  code: 'database/unencrypted',
  severity: 'error',
  summary: 'the disk of a new database is encrypted',
  why: 'encryption cannot be switched on later: it takes a snapshot, a copy and a new database',
  source: 'RDS.3, CKV_AWS_16; plan-actions: storage_encrypted forces a replacement',
  examples: {
    good: [postgres({ storage: '{allocated: 200GiB, encrypted: true}' })],
    bad: [postgres({ storage: '{allocated: 200GiB, encrypted: false}' })],
  },
  check: eachItem<Database>('databases', ({ adopt, storage }, at, report) => {
    if (storage.encrypted || adopt) return;
    report({
      at: at('storage', 'encrypted'),
      message: 'encrypted is false, and the database is not an adopted one',
      help: 'take the line away',
      suggestions: [removal(at('storage', 'encrypted'))],
    });
  }),
});
