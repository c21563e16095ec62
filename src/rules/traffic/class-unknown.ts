import { unknownTo } from '../../catalog/table.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { backend, POSTGRES } from './examples.ts';

export const classUnknown = defineRule<Model>({
  code: 'traffic/class-unknown',
  severity: 'warning',
  summary: 'the class at which the CPU was measured is one that the catalog knows',
  why: 'a share of a CPU says nothing without the number of its cores, so the class that the traffic needs cannot be told',
  source: 'the table rdsClasses of the catalog',
  examples: {
    good: [backend('databases: {postgres: {cpuUtilization: 45%, measuredClass: db.r6g.large}}', POSTGRES)],
    bad: [
      backend('databases: {postgres: {cpuUtilization: 45%, measuredClass: db.r6g.xlagre}}', POSTGRES),
      backend('databases: {postgres: {cpuUtilization: 45%, measuredClass: db.m99g.large}}', POSTGRES),
    ],
  },
  check({ traffic, databases }, report, { catalog: { rdsClasses } }) {
    for (const [key, { cpuUtilization, measuredClass }] of traffic?.databases ?? []) {
      // That the database itself has an unknown class is told of the database.
      const isOther = measuredClass !== undefined && measuredClass !== databases.get(key)?.class;
      if (cpuUtilization === undefined || !isOther || rdsClasses.rows.has(measuredClass)) continue;
      report({
        at: ['traffic', 'databases', key, 'measuredClass'],
        message: `${unknownTo(rdsClasses, measuredClass)}, so the CPU of ${key} is not projected`,
        help: 'if it is new, lay a catalog of your own over ours (docs/catalog.md)',
        suggestions: didYouMean(measuredClass, rdsClasses.rows.keys()).map((word) => ({
          message: `did you mean ${word}?`,
          replacement: word,
        })),
      });
    }
  },
});
