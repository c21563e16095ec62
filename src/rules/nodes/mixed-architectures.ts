import { architectureOf } from '../../catalog/instance-type-names.ts';
import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, type NodeKind, type NodePool, type NodePools } from './node-pool.ts';
import { followsScheme } from './type-scheme.ts';

export const mixedArchitectures = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/mixed-architectures`,
    severity: 'error',
    summary: 'all instance types of a group have the processor architecture of its image',
    why: 'a group has one image, and an image is built for x86 or for ARM (Graviton); AWS refuses the other types',
    source: 'eksctl-io/eksctl #7754: "is not a valid instance type for requested amiType"',
    examples: {
      good: [example(kind, { instanceTypes: '[m6g.large, m7g.large, m7gd.large]' })],
      bad: [example(kind, { instanceTypes: '[m6i.large, m6g.large]' })],
    },
    check: eachItem<NodePool>(kind.key, ({ instanceTypes }, at, report) => {
      const arm = instanceTypes.filter((type) => architectureOf(type) === 'arm64');
      const other = instanceTypes.filter((type) => followsScheme(type) && architectureOf(type) !== 'arm64');
      if (arm.length === 0 || other.length === 0) return;
      report({
        at: at('instanceTypes'),
        message: `${arm.join(', ')} have ARM processors, ${other.join(', ')} have not`,
        help: 'make two groups, one for each architecture',
      });
    }),
  });
