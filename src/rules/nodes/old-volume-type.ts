import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, type NodeKind, type NodePool, type NodePools, volumeOf } from './node-pool.ts';

/** Operations per second of a gp2 volume: 3 for each GiB, never less than 100, in bursts up to 3,000. */
const GP2 = { perGib: 3, least: 100, burst: 3000 };

export const oldVolumeType = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/old-volume-type`,
    severity: 'warning',
    summary: 'nodes in production have gp3 volumes',
    why: 'a gp2 volume below 1,000 GiB lives on credits: when image pulls and logs have used them up, every pod of the node waits for the disk',
    source:
      'AWS prescriptive guidance "Amazon EBS volume types", General Purpose SSD volumes, gp2: 3 IOPS per GiB, bursts to 3,000 (read 2026-11-25)',
    examples: {
      good: [
        example(kind, { volume: '{size: 100GiB}' }),
        example(kind, { volume: '{type: gp2, size: 1000GiB}' }),
        `tier: staging\n${example(kind, { volume: '{type: gp2}' })}`,
      ],
      bad: [example(kind, { volume: '{type: gp2, size: 100GiB}' })],
    },
    check: eachItem<NodePool>(kind.key, (pool, at, report, { frame }) => {
      const found = volumeOf(pool);
      if (frame.tier !== 'prod' || found?.volume.type !== 'gp2') return;
      const { size, iops, throughput } = found.volume;
      // Whoever asks for more than gp2 can give is told so by another rule.
      if (iops !== undefined || throughput !== undefined) return;
      const steady = Math.max(GP2.least, size * GP2.perGib);
      if (steady >= GP2.burst) return;
      report({
        at: at(...found.path, 'type'),
        message: `the volumes are gp2 in prod: ${size} GiB have ${steady} operations per second when their credits are used up`,
        help: 'write gp3, which has 3,000 at any size and costs less',
        suggestions: [{ message: 'gp3', replacement: 'gp3' }],
      });
    }),
  });
