import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, type NodeKind, type NodePool, type NodePools } from './node-pool.ts';

export const fewSpotTypes = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/few-spot-types`,
    severity: 'warning',
    summary: 'a spot group in production may choose from at least three instance types',
    why: 'when AWS runs out of one type it takes all nodes of that type back at once, and there is nothing else to launch',
    source:
      'awsdocs/amazon-ec2-user-guide@08e40e7, spot-best-practices.md: be flexible, ten types are a rule of thumb (read 2026-11-25)',
    examples: {
      good: [
        example(kind, { instanceTypes: '[m5.large, m5a.large, m6i.large]', more: 'capacity: spot' }),
        `tier: dev\n${example(kind, { more: 'capacity: spot' })}`,
      ],
      bad: [example(kind, { instanceTypes: '[m5.large, m6i.large]', more: 'capacity: spot' })],
    },
    check: eachItem<NodePool>(kind.key, ({ capacity, instanceTypes }, at, report, { frame }) => {
      if (frame.tier !== 'prod' || capacity !== 'spot' || instanceTypes.length >= 3) return;
      report({
        at: at('instanceTypes'),
        message: `only ${instanceTypes.join(', ')} for spot instances in production`,
        help: 'name more types with the same vCPUs and memory; four to six are usual',
      });
    }),
  });
