import { defineRule } from '../../../compiler/rules/rule.ts';
import { formatPath, type SpecPath } from '../../../compiler/spec-path.ts';
import { parameterGroupOf } from '../names.ts';
import type { Databases } from '../schema.ts';
import { postgres } from './examples.ts';

const second = (group: string): string =>
  `${postgres({ subnetGroup: '{name: prod-shared}' })}  orders:
    engine: postgres
    engineVersion: "16.8"
    class: db.r6g.large
    storage: {allocated: 100GiB}
    securityGroups: [postgres]
    subnetGroup: {name: ${group}}
`;

export const duplicateGroupName = defineRule<Databases>({
  code: 'database/duplicate-group-name',
  severity: 'error',
  summary: 'every database has a subnet group and a parameter group of its own',
  why: 'each database manages its groups; two resources of one name are one group with two owners, and the second create call fails',
  source:
    'botocore 1.43.11, API model of rds, DBSubnetGroupAlreadyExistsFault and DBParameterGroupAlreadyExistsFault (read 2026-11-25)',
  examples: { good: [second('prod-orders')], bad: [second('prod-shared')] },
  check(databases, report) {
    const seen = new Map<string, SpecPath>();
    const look = (kind: string, name: string, at: SpecPath) => {
      const first = seen.get(`${kind} ${name}`);
      if (!first) seen.set(`${kind} ${name}`, at);
      else {
        report({
          at,
          message: `the ${kind} ${name} is already that of ${formatPath(first)}`,
          help: 'give one of them another name',
          related: [{ message: 'the first one', at: { path: first } }],
        });
      }
    };
    for (const [key, database] of databases) {
      look('subnet group', database.subnetGroup.name, ['databases', key, 'subnetGroup', 'name']);
      const group = parameterGroupOf(database);
      if (group.kind === 'managed') {
        look('parameter group', group.name, ['databases', key, 'parameterGroup', 'name']);
      }
    }
  },
});
