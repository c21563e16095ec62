import { defineRule } from '../../../compiler/rules/rule.ts';
import { formatPath } from '../../../compiler/spec-path.ts';
import { parameterGroupOf } from '../names.ts';
import type { Databases } from '../schema.ts';
import { postgres } from './examples.ts';

const second = (group: string): string =>
  `${postgres({ subnetGroup: '{name: prod-shared}' })}  orders:
    engine: postgres
    engineVersion: "16.12"
    class: db.r6g.large
    storage: {allocated: 100GiB}
    securityGroups: [postgres]
    subnetGroup: {name: ${group}}
`;

const KINDS = { subnetGroup: 'subnet group', parameterGroup: 'parameter group' } as const;

export const duplicateGroupName = defineRule<Databases>({
  code: 'database/duplicate-group-name',
  severity: 'error',
  summary: 'every database has a subnet group and a parameter group of its own',
  why: 'each database manages its groups; two resources of one name are one group with two owners, and the second create call fails',
  source:
    'botocore 1.43.11, API model of rds, DBSubnetGroupAlreadyExistsFault and DBParameterGroupAlreadyExistsFault (read 2026-11-25)',
  examples: {
    good: [second('prod-orders'), second('prod-shared, managedBy: elsewhere')],
    bad: [second('prod-shared')],
  },
  check(databases, report, { isWritten }) {
    const seen = new Map<string, string>();
    const look = (name: string, key: string, part: 'subnetGroup' | 'parameterGroup') => {
      const first = seen.get(`${part} ${name}`);
      if (first === undefined) {
        seen.set(`${part} ${name}`, key);
        return;
      }
      const pathOf = (item: string) => ['databases', item, part, 'name'];
      const [isFirstWritten, isWrittenHere] = [isWritten(pathOf(first)), isWritten(pathOf(key))];
      const isOfIdentifier = databases.get(first)?.identifier === databases.get(key)?.identifier;
      // Two identifiers that are the same are a mistake of their own.
      if (isOfIdentifier && !isFirstWritten && !isWrittenHere) return;
      // A name that somebody wrote can be changed more easily than one that follows from the identifier.
      const [change, other] = isFirstWritten && !isWrittenHere ? [first, key] : [key, first];
      report({
        at: pathOf(change),
        message: `the ${KINDS[part]} ${name} is also that of ${formatPath(['databases', other])}`,
        help: 'give one of them another name',
        related: [{ message: 'the other one', at: { path: pathOf(other) } }],
      });
    };
    for (const [key, database] of databases) {
      const { name, managedBy } = database.subnetGroup;
      if (managedBy === 'terraform') look(name, key, 'subnetGroup');
      const group = parameterGroupOf(database);
      if (group.kind === 'managed') look(group.name, key, 'parameterGroup');
    }
  },
});
