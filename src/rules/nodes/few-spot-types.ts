import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, hasSpot, type NodeKind, type NodePool, type NodePools } from './node-pool.ts';

const LEAST_TYPES = 3;
/** A type in a zone is a pool of its own; two zones of the fewest types. */
const LEAST_POOLS = 6;

export const fewSpotTypes = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/few-spot-types`,
    severity: 'warning',
    summary: 'spot instances in production come from at least three instance types and six pools',
    why: 'when AWS runs out of one type it takes all nodes of that type in the zone back at once, and there is nothing else to launch',
    source:
      'awsdocs/amazon-ec2-user-guide@08e40e7, spot-best-practices.md: be flexible, ten types are a rule of thumb, all zones (read 2026-11-25)',
    examples: {
      good: [
        example(kind, { instanceTypes: '[m5.large, m5a.large, m6i.large]', more: 'capacity: spot' }),
        `foundation: {subnets: [a, b]}\n${example(kind, { instanceTypes: '[m5.large, m5a.large, m6i.large]', more: 'capacity: spot' })}`,
        `tier: dev\n${example(kind, { more: 'capacity: spot' })}`,
      ],
      bad: [
        example(kind, { instanceTypes: '[m5.large, m6i.large]', more: 'capacity: spot' }),
        `foundation: {subnets: [a]}\n${example(kind, { instanceTypes: '[m5.large, m5a.large, m6i.large]', more: 'capacity: spot' })}`,
      ],
    },
    check: eachItem<NodePool>(kind.key, (pool, at, report, { frame }) => {
      if (frame.tier !== 'prod' || !hasSpot(pool)) return;
      const types = pool.instanceTypes.length;
      const subnets = frame.foundation.subnets.length;
      if (types >= LEAST_TYPES && types * subnets >= LEAST_POOLS) return;
      report({
        at: at('instanceTypes'),
        message: `${counted(types, 'type')} in ${counted(subnets, 'subnet')} give spot instances in production ${counted(types * subnets, 'pool')} to come from: ${pool.instanceTypes.join(', ')}`,
        help: 'name more types with the same vCPUs and memory; four to six are usual',
        related: [{ message: 'the subnets of the nodes', at: { path: ['foundation', 'subnets'] } }],
      });
    }),
  });

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
