import { defineRule } from '../../../compiler/rules/rule.ts';
import { formatPath, type SpecPath } from '../../../compiler/spec-path.ts';
import type { Databases } from '../schema.ts';
import { postgres } from './examples.ts';
import { instancesOf } from './instances.ts';

export const duplicateIdentifier = defineRule<Databases>({
  code: 'database/duplicate-identifier',
  severity: 'error',
  summary: 'every instance has an identifier of its own',
  why: 'identifiers are unique in an account and region; the second create call fails, and an import would take one instance twice',
  source: 'botocore 1.43.11, API model of rds, DBInstanceAlreadyExistsFault (read 2026-11-25)',
  examples: {
    good: [postgres({ readReplicas: '{a: {}, b: {}}' })],
    bad: [
      postgres({ readReplicas: '{a: {identifier: prod-copy}, b: {identifier: prod-copy}}' }),
      postgres({ readReplicas: '{a: {identifier: prod-postgres}}' }),
    ],
  },
  check(databases, report, { isWritten }) {
    const seen = new Map<string, SpecPath>();
    for (const { identifier, at } of instancesOf(databases)) {
      const first = seen.get(identifier);
      if (!first) {
        seen.set(identifier, at);
        continue;
      }
      const pathOf = (item: SpecPath) => [...item, 'identifier'];
      // One that somebody wrote can be changed more easily than one that follows from a key.
      const isFirstToChange = isWritten(pathOf(first)) && !isWritten(pathOf(at));
      const [change, other] = isFirstToChange ? [first, at] : [at, first];
      report({
        at: pathOf(change),
        message: `${identifier} is also the identifier of ${formatPath(other)}`,
        help: 'give one of them another identifier',
        related: [{ message: 'the other one', at: { path: pathOf(other) } }],
      });
    }
  },
});
