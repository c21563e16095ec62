import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const renameChangesName = defineRule<Databases>({
  code: 'database/rename-changes-name',
  severity: 'error',
  summary: 'a database that is renamed in the spec keeps its identifier',
  why: 'the identifier is made from the key, so a new key renames the instance: its address changes for every client, and its subnet group would be replaced',
  source: 'plan-actions: identifier is an update in place whose endpoint changes (AWS provider 5.100)',
  examples: {
    good: [
      postgres({ previousName: 'main', identifier: 'prod-main' }),
      postgres({ previousName: 'main', identifier: 'prod-postgres' }),
      postgres({ readReplicas: '{b: {previousName: a, identifier: prod-postgres-a}}' }),
    ],
    bad: [postgres({ previousName: 'main' }), postgres({ readReplicas: '{b: {previousName: a}}' })],
  },
  check: eachItem<Database>('databases', (database, at, report, { name, frame }) => {
    const { previousName, readReplicas } = database;
    const derived = `${frame.environment}-${previousName ?? name}`;
    const primary = database.identifier || derived;
    // The schema derives no identifier for what is renamed, so that an empty one was not written.
    if (database.identifier === '') report(finding(at('previousName'), derived));
    for (const [key, replica] of readReplicas) {
      if (replica.identifier !== '') continue;
      report(finding(at('readReplicas', key, 'previousName'), `${primary}-${replica.previousName}`));
    }
  }),
});

function finding(at: readonly string[], old: string) {
  return {
    at,
    message: 'the item is renamed, and identifier is not set',
    help: `write identifier: ${old}, the name that was made from the old key`,
    suggestions: [{ message: 'keep the name', replacement: old }],
  };
}
