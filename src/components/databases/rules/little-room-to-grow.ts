import { storage as diskSize } from '../../../compiler/quantity/storage.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const littleRoomToGrow = defineRule<Databases>({
  code: 'database/little-room-to-grow',
  severity: 'warning',
  summary: 'the largest disk is at least 126 % of the first one',
  why: 'RDS warns that the disk is near its maximum from the start, and after one or two steps it cannot grow any more',
  source:
    'RDS user guide "Managing capacity automatically with Amazon RDS storage autoscaling", USER_PIOPS.Autoscaling (read 2026-11-25)',
  examples: {
    good: [postgres({ storage: '{allocated: 200GiB, max: 252GiB}' })],
    bad: [postgres({ storage: '{allocated: 200GiB, max: 230GiB}' })],
  },
  check: eachItem<Database>('databases', ({ storage: { allocated, max } }, at, report) => {
    const advised = Math.ceil((allocated * 126) / 100);
    if (max === undefined || max >= advised || max < Math.ceil((allocated * 11) / 10)) return;
    report({
      at: at('storage', 'max'),
      message: `max is ${diskSize.format(max)}, only ${Math.floor((max * 100) / allocated)} % of the ${diskSize.format(allocated)} allocated`,
      help: `write at least ${advised}GiB`,
      related: [{ message: 'the first size', at: { path: at('storage', 'allocated') } }],
      suggestions: [{ message: `write ${advised}GiB`, replacement: `${advised}GiB` }],
    });
  }),
});
