import { rdsFamilyOf } from '../../../catalog/rds/families.ts';
import { unknownTo } from '../../../catalog/table.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { readInstanceClass } from '../facts/instance-class.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';
import { instancesOfDatabase } from './instance-classes.ts';

export const classSizeUnknown = defineRule<Databases>({
  code: 'database/class-size-unknown',
  severity: 'warning',
  summary: 'the family has a class of that size',
  why: 'sizes double, and not every family has all of them; AWS refuses the class during the apply, and Terraform plans it without a word',
  source: 'the table rdsClasses of the catalog',
  examples: {
    good: [postgres({ class: 'db.r6g.4xlarge' }), postgres({ class: 'db.m99g.3xlarge' })],
    bad: [postgres({ class: 'db.r6g.3xlarge' }), postgres({ class: 'db.m6g.24xlarge' })],
  },
  check: eachItem<Database>('databases', (database, at, report, { catalog: { rdsClasses } }) => {
    for (const { className, classPath } of instancesOfDatabase(database, at)) {
      // Of a name that is none another rule tells.
      if (rdsClasses.rows.has(className) || !readInstanceClass(className)) continue;
      const family = rdsFamilyOf(className);
      const sizes = [...rdsClasses.rows]
        .filter(([known]) => known.startsWith(`${family}.`))
        .sort(([, a], [, b]) => a.vcpu - b.vcpu || a.memoryGib - b.memoryGib)
        .map(([known]) => known.slice(family.length + 1));
      if (sizes.length === 0) continue;
      report({
        at: classPath,
        message: `${unknownTo(rdsClasses, className)}, which has ${family} in ${sizes.join(', ')}`,
        help: 'check it with `aws rds describe-orderable-db-instance-options`; if it is new, go ahead',
      });
    }
  }),
});
