import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, type NodeKind, type NodePool, type NodePools, volumeOf } from './node-pool.ts';

const IOPS_PER_GIB = 500;

export const iopsAboveSize = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/iops-above-size`,
    severity: 'error',
    summary: 'a gp3 volume has at most 500 operations per second for each GiB',
    why: 'EC2 refuses the volume, so that no instance of the group starts',
    source:
      'AWS prescriptive guidance "Amazon EBS volume types", General Purpose SSD volumes, gp3 (read 2026-11-25)',
    examples: {
      good: [example(kind, { volume: '{size: 20GiB, iops: 10000}' })],
      bad: [example(kind, { volume: '{size: 20GiB, iops: 10001}' })],
    },
    check: eachItem<NodePool>(kind.key, (pool, at, report, { isWritten }) => {
      const found = volumeOf(pool);
      if (found?.volume.type !== 'gp3' || found.volume.iops === undefined) return;
      const { iops, size } = found.volume;
      const most = size * IOPS_PER_GIB;
      if (iops <= most) return;
      const sizeAt = at(...found.path, 'size');
      report({
        at: at(...found.path, 'iops'),
        message: `iops is ${iops}, and ${size} GiB allow ${most}`,
        help: `lower iops, or make the volume ${Math.ceil(iops / IOPS_PER_GIB)}GiB or larger`,
        suggestions: [{ message: `write ${most}`, replacement: String(most) }],
        related: isWritten(sizeAt) ? [{ message: 'the size', at: { path: sizeAt } }] : [],
      });
    }),
  });
