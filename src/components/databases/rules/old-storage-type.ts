import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const oldStorageType = defineRule<Databases>({
  code: 'database/old-storage-type',
  severity: 'warning',
  summary: 'a database in production has gp3 or provisioned IOPS',
  why: 'below 1,000 GiB gp2 lives on credits: when they are used up, a 200 GiB disk falls to 600 IOPS',
  source:
    'RDS user guide "Amazon RDS DB instance storage", CHAP_Storage, a copy from before 2026-04-30 (read 2026-11-25)',
  examples: {
    good: [postgres(), `tier: dev\n${postgres({ storage: '{allocated: 200GiB, type: gp2}' })}`],
    bad: [postgres({ storage: '{allocated: 200GiB, type: gp2}' })],
  },
  check: eachItem<Database>('databases', ({ storage }, at, report, { frame }) => {
    if (frame.tier !== 'prod' || storage.type !== 'gp2') return;
    // 3 IOPS for each GiB, and credits up to 3,000.
    const steady = Math.max(100, storage.allocated * 3);
    const credits =
      steady < 3000 ? `: ${storage.allocated}GiB have ${steady} IOPS when their credits are used up` : '';
    report({
      at: at('storage', 'type'),
      message: `type is gp2 in prod${credits}`,
      help: 'write gp3: at least 3,000 IOPS at any size',
      suggestions: [{ message: 'gp3', replacement: 'gp3' }],
    });
  }),
});
