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
  check: eachItem<Database>('databases', (database, at, report, { name, frame, isWritten }) => {
    const { identifier, previousName, readReplicas } = database;
    const isMoved = previousName !== undefined && !isWritten(at('identifier'));
    const old = isMoved ? `${frame.environment}-${previousName}` : identifier;
    if (isMoved) report(finding(at('identifier'), identifier, old, name));
    for (const [key, replica] of readReplicas) {
      const path = at('readReplicas', key, 'identifier');
      if (replica.previousName === undefined || isWritten(path)) continue;
      report(finding(path, replica.identifier, `${old}-${replica.previousName}`, key));
    }
  }),
});

function finding(at: readonly string[], identifier: string, old: string, key: string) {
  return {
    at,
    message: `identifier follows the key ${key}: it was ${old} and becomes ${identifier}`,
    help: `write identifier: ${old}`,
    suggestions: [{ message: 'keep the name', replacement: old }],
  };
}
