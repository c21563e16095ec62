import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const singleZone = defineRule<Databases>({
  code: 'database/single-zone',
  severity: 'warning',
  summary: 'a database in production has a standby in another zone',
  why: 'without one, the loss of a zone or of a host is minutes to hours without a database, and every class change is downtime',
  source: 'RDS.5, CKV_AWS_157',
  examples: {
    good: [postgres(), `tier: staging\n${postgres({ multiAz: 'false' })}`],
    bad: [postgres({ multiAz: 'false' })],
  },
  check: eachItem<Database>('databases', ({ multiAz }, at, report, { frame }) => {
    if (frame.tier !== 'prod' || multiAz) return;
    report({
      at: at('multiAz'),
      message: 'multiAz is false in prod',
      help: 'take the line away',
      suggestions: [removal(at('multiAz'))],
    });
  }),
});
