import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const poolerRenameChangesName = defineRule<Databases>({
  code: 'connection-pooler/rename-changes-name',
  severity: 'error',
  summary: 'the pooler of a database that is renamed in the spec keeps its name',
  why: 'the name of the Service is the address that its clients have: it would be gone before they know the new one',
  source: 'kubernetes provider 2.38: metadata.name forces a replacement',
  examples: {
    good: [
      postgres({
        previousName: 'main',
        identifier: 'prod-main',
        connectionPooler: '{name: main-pgbouncer, userListSecret: clients}',
      }),
    ],
    bad: [
      postgres({
        previousName: 'main',
        identifier: 'prod-main',
        connectionPooler: '{userListSecret: clients}',
      }),
    ],
  },
  check: eachItem<Database>('databases', ({ previousName, connectionPooler }, at, report, context) => {
    const path = at('connectionPooler', 'name');
    if (!connectionPooler || previousName === undefined || context.isWritten(path)) return;
    const old = `${previousName}-pgbouncer`;
    report({
      at: path,
      message: `the name follows the key ${context.name}: it was ${old} and becomes ${connectionPooler.name}`,
      help: `write name: ${old}`,
      suggestions: [{ message: 'keep the name', replacement: old }],
    });
  }),
});

export const poolerDuplicateName = defineRule<Databases>({
  code: 'connection-pooler/duplicate-name',
  severity: 'error',
  summary: 'connection poolers have different names or namespaces',
  why: 'Kubernetes refuses a second Service of the same name during the apply',
  source: 'kubernetes.io "Object Names and IDs" (read 2026-11-25)',
  examples: {
    good: [twoPoolers('a', 'b')],
    bad: [twoPoolers('same', 'same')],
  },
  check(databases, report, { isWritten }) {
    const first = new Map<string, string>();
    const pathOf = (item: string) => ['databases', item, 'connectionPooler', 'name'];
    for (const [key, { connectionPooler }] of databases) {
      if (!connectionPooler) continue;
      const { name, namespace } = connectionPooler;
      const other = first.get(`${namespace}/${name}`);
      if (other === undefined) {
        first.set(`${namespace}/${name}`, key);
        continue;
      }
      // A name that somebody wrote can be changed more easily than one that follows from a key.
      const isOtherToChange = isWritten(pathOf(other)) && !isWritten(pathOf(key));
      const [change, stays] = isOtherToChange ? [other, key] : [key, other];
      report({
        at: pathOf(change),
        message: `the poolers of ${other} and ${key} are both ${name} in the namespace ${namespace}`,
        help: 'give one of them another name',
        related: [{ message: 'the other one', at: { path: pathOf(stays) } }],
      });
    }
  },
});

export const poolerRoleName = defineRule<Databases>({
  code: 'connection-pooler/role-name-too-long',
  severity: 'error',
  summary: 'the role of a pooler has a name that IAM takes',
  why: 'IAM refuses names of more than 64 characters during the apply',
  source: 'IAM API reference, CreateRole, RoleName (read 2026-11-25)',
  examples: {
    good: [
      postgres({
        connectionPooler: `{name: ${'p'.repeat(60)}, roleName: short, userListSecret: c, serverCredentials: rds-managed}`,
      }),
      postgres({ connectionPooler: `{name: ${'p'.repeat(60)}, userListSecret: clients}` }),
    ],
    bad: [
      postgres({
        connectionPooler: `{name: ${'p'.repeat(60)}, userListSecret: clients, serverCredentials: rds-managed}`,
      }),
    ],
  },
  check: eachItem<Database>('databases', ({ connectionPooler }, at, report, { isWritten }) => {
    if (connectionPooler?.serverCredentials !== 'rds-managed' || connectionPooler.roleName.length <= 64)
      return;
    // A role that is too long follows from the name; one that is written is held to its pattern.
    const name = at('connectionPooler', 'name');
    report({
      at: isWritten(name) ? name : at('connectionPooler', 'roleName'),
      message: `the role ${connectionPooler.roleName} has ${connectionPooler.roleName.length} characters, and 64 are the limit`,
      help: 'write a shorter name, or a roleName beside it',
    });
  }),
});

function twoPoolers(first: string, second: string): string {
  const database = (name: string) =>
    `{engine: postgres, engineVersion: "16.12", class: db.r6g.large, securityGroups: [postgres], storage: {allocated: 200GiB, max: 500GiB}, connectionPooler: {name: ${name}, userListSecret: c}}`;
  return `databases:\n  orders: ${database(first)}\n  users: ${database(second)}\n`;
}
