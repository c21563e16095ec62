import { defineRule } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import { limitsOf } from '../../components/alarms/limits.ts';
import { isWatched } from '../../components/alarms/overrides.ts';
import { isQuestionedClass } from '../../components/databases/facts/questioned-class.ts';
import type { Model } from '../../components/registry.ts';
import { database } from './example.ts';

export const limitsUnknown = defineRule<Model>({
  code: 'alarm/limits-unknown',
  severity: 'warning',
  summary: 'it is known how much memory and how many connections a database has',
  why: 'without it there is nothing to compare with, and nothing is guessed: the database has no such alarm',
  source: 'src/catalog/rds: the classes of the RDS user guide of 2023-06 and the formulas of max_connections',
  examples: {
    good: [
      database('db.r6g.2xlarge'),
      database('db.r6g.2xlarge', '    parameters: {max_connections: {value: "500"}}\n'),
    ],
    bad: [
      database('db.r9g.2xlarge'),
      database(
        'db.r6g.2xlarge',
        '    parameters: {max_connections: {value: "{DBInstanceClassMemory/9531392}"}}\n',
      ),
    ],
  },
  check({ alarms, databases, workloads }, report, { catalog }) {
    if (!alarms) return;
    // Where a workload connects, connection/unknown-supply asks for the same thing.
    const counted = new Set([...workloads.values()].map(({ database: used }) => used?.ref));
    for (const [key, item] of databases) {
      if (counted.has(key)) continue;
      const look = (path: SpecPath, instanceClass: string, isReplica: boolean, isAdopted: boolean) => {
        const { memoryGib, connections, working } = limitsOf(catalog, item, instanceClass);
        const lacks = [
          ...(memoryGib === undefined && isWatched(alarms, path, 'database-memory') ? ['memory'] : []),
          ...(connections === undefined && isWatched(alarms, path, 'database-connections')
            ? ['connections']
            : []),
        ];
        if (lacks.length === 0 || (isReplica && instanceClass === item.class)) return;
        if (isQuestionedClass(catalog, item.engine, instanceClass, isAdopted)) return;
        const isFormula = memoryGib !== undefined;
        report({
          at: isFormula ? ['databases', key, 'parameters', 'max_connections', 'value'] : [...path, 'class'],
          message: `there is no alarm for the ${lacks.join(' and the ')} of ${path.join('.')}: ${working}`,
          help: isFormula
            ? 'write the number'
            : 'write the parameter max_connections as a number, or switch the alarms off with alarms.items and without',
        });
      };
      look(['databases', key], item.class, false, item.adopt !== undefined);
      for (const [replica, { class: own, adopt }] of item.readReplicas)
        look(['databases', key, 'readReplicas', replica], own, true, adopt);
    }
  },
});
