import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, type NodeKind, type NodePool, type NodePools, volumeOf } from './node-pool.ts';

/** Of a gp3 volume for which nobody asked for more. */
const BASELINE_IOPS = 3000;
/** MiB per second for each provisioned operation per second. */
const THROUGHPUT_PER_IOPS = 0.25;

export const throughputAboveIops = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/throughput-above-iops`,
    severity: 'error',
    summary: 'the throughput of a gp3 volume is at most 0.25 MiB per second for each operation per second',
    why: 'EC2 refuses the volume, so that no instance of the group starts',
    source:
      'AWS prescriptive guidance "Amazon EBS volume types", General Purpose SSD volumes, gp3 (read 2026-11-25)',
    examples: {
      good: [
        example(kind, { volume: '{throughput: 750}' }),
        example(kind, { volume: '{iops: 4000, throughput: 1000}' }),
      ],
      bad: [
        example(kind, { volume: '{throughput: 751}' }),
        example(kind, { volume: '{iops: 3500, throughput: 1000}' }),
      ],
    },
    check: eachItem<NodePool>(kind.key, (pool, at, report, { isWritten }) => {
      const found = volumeOf(pool);
      if (found?.volume.type !== 'gp3' || found.volume.throughput === undefined) return;
      const { throughput, iops = BASELINE_IOPS } = found.volume;
      const most = Math.floor(iops * THROUGHPUT_PER_IOPS);
      if (throughput <= most) return;
      const iopsAt = at(...found.path, 'iops');
      report({
        at: at(...found.path, 'throughput'),
        message: `throughput is ${throughput} MiB per second, and ${iops} iops allow ${most}`,
        help: `set iops to ${throughput / THROUGHPUT_PER_IOPS} or more, or lower the throughput`,
        suggestions: [{ message: `write ${most}`, replacement: String(most) }],
        related: isWritten(iopsAt) ? [{ message: 'the operations per second', at: { path: iopsAt } }] : [],
      });
    }),
  });
