import { parseInstanceType } from '../../catalog/instance-type-names.ts';
import { unknownTo } from '../../catalog/table.ts';
import { defineRule, eachItem, type RuleContext } from '../../compiler/rules/rule.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { example, type NodeKind, type NodePool, type NodePools } from './node-pool.ts';
import { followsScheme } from './type-scheme.ts';

export const instanceTypeUnknown = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/instance-type-unknown`,
    severity: 'warning',
    summary: 'instance types look like those of EC2',
    why: 'Terraform plans any text, and AWS refuses a type that does not exist during the apply',
    source:
      'the table ec2Types of the catalog; cfn-lint 1.51.0, aws_ec2_instance/instancetype_enum: all names of it follow the scheme but u-* (read 2026-11-27)',
    examples: {
      good: [
        example(kind, { instanceTypes: '[m99g.large]', size: '{min: 2, max: 2, owner: terraform}' }),
        example(kind, { instanceTypes: '[m6i.metal]', size: '{min: 2, max: 2, owner: terraform}' }),
        example(kind, { instanceTypes: '[c7i-flex.large]' }),
      ],
      bad: [
        example(kind, { instanceTypes: '[m6i.larg, m5.large]' }),
        example(kind, { instanceTypes: '[m6i.3xlarge]' }),
        example(kind, { instanceTypes: '[banana.large]' }),
      ],
    },
    check: eachItem<NodePool>(kind.key, ({ instanceTypes }, at, report, context) => {
      for (const [index, type] of instanceTypes.entries()) {
        const problem = problemOf(type, context);
        if (problem === undefined) continue;
        const [near] = didYouMean(type, context.catalog.ec2Types.rows.keys());
        report({
          at: at('instanceTypes', String(index)),
          message: `${unknownTo(context.catalog.ec2Types, type)}${problem}`,
          help: 'check it with `aws ec2 describe-instance-types`; if it is new, go ahead',
          ...(near === undefined
            ? {}
            : { suggestions: [{ message: `did you mean ${near}?`, replacement: near }] }),
        });
      }
    }),
  });

/** What speaks against a type that is in no catalog; `undefined` where it may be new. */
function problemOf(type: string, { catalog: { ec2Types } }: RuleContext): string | undefined {
  if (ec2Types.rows.has(type)) return undefined;
  const { family, size } = parseInstanceType(type);
  if (!followsScheme(type)) return ', and its name follows no scheme of EC2';
  // The table lacks the bare metal of many families.
  if (size.startsWith('metal')) return undefined;
  const others = [...ec2Types.rows.keys()].filter((known) => known.startsWith(`${family}.`));
  return others.length === 0
    ? undefined
    : `, which has ${family} in ${others.map((known) => parseInstanceType(known).size).join(', ')}`;
}
