import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { setting } from '../../compiler/rules/suggestions.ts';
import { example, type NodeKind, type NodePool, type NodePools } from './node-pool.ts';

export const renameChangesName = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/rename-changes-name`,
    severity: 'error',
    summary: 'a group keeps its name in AWS when its key is renamed',
    why: 'the name comes from the key and forces a replacement: the move of the state would replace every node',
    source:
      'terraform-provider-aws 5.100: name of aws_autoscaling_group, node_group_name of aws_eks_node_group',
    examples: {
      good: [
        example(kind, { name: 'fresh', more: 'previousName: old, name: old' }),
        example(kind, { name: 'fresh', more: 'previousName: old, name: fresh' }),
      ],
      bad: [example(kind, { name: 'fresh', more: 'previousName: old' })],
    },
    check: eachItem<NodePool>(kind.key, ({ name, previousName }, at, report, context) => {
      if (previousName === undefined || context.isWritten(at('name'))) return;
      report({
        at: at('previousName'),
        message: `the name in AWS would change from ${previousName} to ${name}`,
        help: `add name: ${previousName} to keep the name in AWS`,
        suggestions: [setting(at('name'), previousName)],
      });
    }),
  });
