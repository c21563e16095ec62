import { memoryPerCpu, parseInstanceType } from '../../catalog/instance-type-names.ts';
import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, type NodeKind, type NodePool, type NodePools } from './node-pool.ts';
import { followsScheme } from './type-scheme.ts';

export const mixedShapes = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/mixed-shapes`,
    severity: 'error',
    summary: 'all instance types of a group that Cluster Autoscaler moves have the same vCPUs and memory',
    why: 'Cluster Autoscaler takes the first type for all of them: it then adds too few nodes, or nodes on which the pending pods do not fit, for ever',
    source:
      'kubernetes/autoscaler, cluster-autoscaler/cloudprovider/aws/README.md, "Using Mixed Instances Policies and Spot Instances"',
    examples: {
      good: [
        example(kind, {
          instanceTypes: '[m5.large, m6a.large, t3.large, x9z.large]',
          more: 'capacity: spot',
        }),
        example(kind, {
          instanceTypes: '[m5.large, m5.xlarge]',
          size: '{min: 3, max: 3, owner: terraform}',
        }),
      ],
      bad: [
        example(kind, { instanceTypes: '[m6i.large, m6i.xlarge]' }),
        example(kind, { instanceTypes: '[c6i.large, m6i.large]' }),
      ],
    },
    check: eachItem<NodePool>(kind.key, (pool, at, report) => {
      if (pool.size.owner !== 'cluster-autoscaler') return;
      // Of what is misspelt another rule tells.
      const instanceTypes = pool.instanceTypes.filter(followsScheme);
      const sizes = [...new Set(instanceTypes.map((type) => parseInstanceType(type).size))];
      const help = 'keep types of one vCPU:memory shape here, and make another group for each other shape';
      if (sizes.length > 1) {
        report({
          at: at('instanceTypes'),
          message: `sizes ${sizes.join(', ')} are mixed in one group`,
          help,
        });
        return;
      }
      const ratios = new Map<number, string>();
      for (const type of instanceTypes) {
        const ratio = memoryPerCpu(type);
        if (ratio !== undefined && !ratios.has(ratio)) ratios.set(ratio, type);
      }
      if (ratios.size < 2) return;
      const list = [...ratios].map(([ratio, type]) => `${type} has ${ratio} GiB for each vCPU`).join(', ');
      report({ at: at('instanceTypes'), message: list, help });
    }),
  });
