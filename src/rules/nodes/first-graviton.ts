import { parseInstanceType } from '../../catalog/instance-type-names.ts';
import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, type NodeKind, type NodePool, type NodePools } from './node-pool.ts';

export const firstGraviton = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/first-graviton`,
    severity: 'error',
    summary: 'A1 instances do not run Amazon Linux 2023',
    why: 'its ARM images are built for Graviton 2 and later; on an A1 the kernel panics at boot, and no node ever joins',
    source:
      'amazonlinux/amazon-linux-2023 #50: kernel panic on a1, closed as not supported (read 2026-11-27)',
    examples: {
      good: [example(kind, { instanceTypes: '[m6g.large]' })],
      bad: [example(kind, { instanceTypes: '[a1.xlarge]' })],
    },
    check: eachItem<NodePool>(kind.key, ({ instanceTypes, amiType }, at, report) => {
      if (amiType !== undefined && !amiType.startsWith('AL2023_')) return;
      const index = instanceTypes.findIndex((type) => parseInstanceType(type).family === 'a1');
      if (index < 0) return;
      report({
        at: at('instanceTypes', String(index)),
        message: `${instanceTypes[index]} cannot boot ${amiType ?? 'an image of Amazon Linux 2023'}`,
        help: 'choose a later type with the same vCPUs and memory, such as c6g or m6g',
      });
    }),
  });
