import { unknownTo } from '../../../catalog/table.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { didYouMean } from '../../../util/did-you-mean.ts';
import { readInstanceClass } from '../facts/instance-class.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const classUnknown = defineRule<Databases>({
  code: 'database/class-unknown',
  severity: 'warning',
  summary: 'the instance class looks like one of RDS',
  why: 'Terraform plans any text (db.banana was seen), and AWS refuses it during the apply',
  source:
    'AWS provider 5.100 plans db.banana (seen 2026-11-23); all names of cfn-lint 1.51.0 but db.serverless, x1 and z1d are known (compared 2026-11-25)',
  examples: {
    good: [postgres({ class: 'db.m8g.24xlarge' }), postgres({ class: 'db.m99g.24xlarge' })],
    bad: [postgres({ class: 'db.r6g.huge' }), postgres({ class: 'db.banana.large' })],
  },
  check: eachItem<Database>(
    'databases',
    ({ class: primary, readReplicas }, at, report, { catalog: { rdsClasses } }) => {
      const look = (name: string, path: readonly string[]) => {
        // A name that follows the scheme is likely to be newer than the catalog; that is told where its size matters.
        if (rdsClasses.rows.has(name) || readInstanceClass(name)) return;
        const near = didYouMean(name, rdsClasses.rows.keys());
        report({
          at: path,
          message: `${unknownTo(rdsClasses, name)}, and its name follows no scheme of RDS`,
          help: 'check it with `aws rds describe-orderable-db-instance-options`; if it is new, go ahead',
          suggestions: near.map((word) => ({ message: `did you mean ${word}?`, replacement: word })),
        });
      };
      look(primary, at('class'));
      for (const [key, replica] of readReplicas) {
        if (replica.class !== primary) look(replica.class, at('readReplicas', key, 'class'));
      }
    },
  ),
});
