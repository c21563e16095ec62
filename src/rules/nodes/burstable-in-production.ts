import { isBurstable } from '../../catalog/instance-type-names.ts';
import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, type NodeKind, type NodePool, type NodePools } from './node-pool.ts';

export const burstableInProduction = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/burstable-in-production`,
    severity: 'warning',
    summary: 'on-demand nodes in production are not of a burstable type',
    why: 'a T type has its whole CPU only while it has credits; autoscalers count with the whole CPU, and the surplus credits are billed',
    source:
      'awsdocs/amazon-ec2-user-guide@0965564, burstable-performance-instances.md (read 2026-11-25); unverified: the bill for surplus credits (general knowledge)',
    examples: {
      good: [
        example(kind, { instanceTypes: '[t3.large, t3a.large, m5.large]', more: 'capacity: spot' }),
        `tier: dev\n${example(kind, { instanceTypes: '[t3.large]' })}`,
      ],
      bad: [example(kind, { instanceTypes: '[t3.large]' })],
    },
    check: eachItem<NodePool>(kind.key, ({ capacity, instanceTypes }, at, report, { frame }) => {
      const burstable = instanceTypes.filter(isBurstable);
      const [first] = burstable;
      if (frame.tier !== 'prod' || capacity !== 'on-demand' || first === undefined) return;
      report({
        at: at('instanceTypes', String(instanceTypes.indexOf(first))),
        message: `${burstable.join(', ')} in a group of on-demand nodes in production`,
        help: 'choose an M, C or R type of the same size',
      });
    }),
  });
