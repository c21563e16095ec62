import { defineRule } from '../../compiler/rules/rule.ts';
import { isQuestionedClass } from '../../components/databases/facts/questioned-class.ts';
import type { Model } from '../../components/registry.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { demandOfPooler, demandsOfWorkloads, total } from './demand.ts';
import { platform } from './examples.ts';
import { supplyOf } from './supply.ts';

export const unknownSupply = defineRule<Model>({
  code: 'connection/unknown-supply',
  severity: 'info',
  summary: 'it is known how many connections a database takes',
  why: 'nothing then compares what the pods open with what the database takes',
  source: 'the catalog of RDS classes has a date (src/catalog); what is newer is not in it',
  examples: {
    good: [platform({ maxReplicas: 10, poolSize: 5 })],
    bad: [
      platform({ maxReplicas: 10, poolSize: 5, className: 'db.m99g.24xlarge' }),
      platform({
        maxReplicas: 10,
        poolSize: 5,
        database: 'parameters: {max_connections: {value: "LEAST({DBInstanceClassMemory/9531392},5000)"}}',
      }),
      platform({ maxReplicas: 10, poolSize: 5, database: 'parameterGroup: {name: tuned-by-hand}' }),
    ],
  },
  check(model, report, { catalog, isWritten }) {
    for (const [key, database] of model.databases) {
      const pooler = demandOfPooler(model, key, database, isWritten);
      const asked = total([...demandsOfWorkloads(model, key, 'direct'), ...(pooler ? [pooler] : [])]);
      const supply = supplyOf(catalog, database, key, database.class, ['databases', key, 'class']);
      if (supply.isKnown || asked === 0) continue;
      // Of a class that cannot be there enough is said.
      const isOfClass = supply.path.at(-1) === 'class';
      if (isOfClass && isQuestionedClass(catalog, database.engine, database.class, !!database.adopt))
        continue;
      report({
        at: supply.path,
        message: `whether ${key} takes ${grouped(asked)} connections is not known: ${supply.reason}`,
        help: 'ask the database ("SHOW max_connections"), and write the number into parameters.max_connections to have it checked',
      });
    }
  },
});
