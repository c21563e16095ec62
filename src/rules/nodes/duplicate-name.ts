import { defineRule } from '../../compiler/rules/rule.ts';
import { formatPath } from '../../compiler/spec-path.ts';
import { example, type NodeKind, type NodePools } from './node-pool.ts';

export const duplicateName = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/duplicate-name`,
    severity: 'error',
    summary: 'no two groups have the same name in AWS',
    why: 'AWS refuses the second one when it is applied, or, if both are adopted, Terraform manages one group twice',
    source:
      'botocore 1.43.11, API model of autoscaling, AutoScalingGroupName: unique per Region per account (read 2026-11-25)',
    examples: {
      good: [example(kind, { name: 'a' }, { name: 'b', more: 'name: c' })],
      bad: [example(kind, { name: 'a' }, { name: 'b', more: 'name: a' })],
    },
    check(pools: NodePools, report, { isWritten }) {
      const keys = new Map<string, string>();
      for (const [key, { name }] of pools) {
        const first = keys.get(name);
        if (first === undefined) {
          keys.set(name, key);
          continue;
        }
        const nameOf = (item: string) => [kind.key, item, 'name'];
        // A name that somebody wrote can be changed more easily than one that follows from a key.
        const isFirstsToChange = isWritten(nameOf(first)) && !isWritten(nameOf(key));
        const [here, other] = isFirstsToChange ? [nameOf(first), nameOf(key)] : [nameOf(key), nameOf(first)];
        report({
          at: here,
          message: `the name ${name} is also the name of ${formatPath(other.slice(0, 2))}`,
          help: 'give each group a name of its own',
          related: [{ message: 'the other group', at: { path: other } }],
        });
      }
    },
  });
