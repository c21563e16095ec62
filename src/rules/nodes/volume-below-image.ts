import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, type NodeKind, type NodePool, type NodePools, volumeOf } from './node-pool.ts';

/** GiB of the snapshot behind the AL2023 images; for AL2 and Bottlerocket none was read that is certain. */
const IMAGE_SIZE = 20;

export const volumeBelowImage = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/volume-below-image`,
    severity: 'error',
    summary: 'the volume of a node with Amazon Linux 2023 holds the image that it starts from',
    why: 'EC2 refuses a volume that is smaller than its snapshot, so that no node starts and the group ends as CREATE_FAILED',
    source:
      'awslabs/amazon-eks-ami@004328f, templates/al2023/variables-default.json: 20; #1142: a smaller volume is an error (read 2026-11-25)',
    examples: {
      good: [
        example(kind, { volume: '{size: 20GiB}' }),
        ...(kind.key === 'nodeGroups'
          ? [
              example(kind, { volume: '{size: 19GiB}', more: 'amiType: BOTTLEROCKET_x86_64' }),
              example(kind, { more: 'adopt: true, launchTemplate: false, diskSize: 20GiB' }),
            ]
          : []),
      ],
      bad: [
        example(kind, { volume: '{size: 19GiB}' }),
        ...(kind.key === 'nodeGroups'
          ? [example(kind, { more: 'adopt: true, launchTemplate: false, diskSize: 10GiB' })]
          : []),
      ],
    },
    check: eachItem<NodePool>(kind.key, (pool, at, report) => {
      const { amiType, diskSize } = pool;
      if (amiType !== undefined && !amiType.startsWith('AL2023_')) return;
      const found = volumeOf(pool);
      const size = found ? found.volume.size : diskSize;
      if (size === undefined || size >= IMAGE_SIZE) return;
      report({
        at: found ? at(...found.path, 'size') : at('diskSize'),
        message: `the volume has ${size} GiB, and the image has ${IMAGE_SIZE}`,
        help: `write ${IMAGE_SIZE}GiB or more`,
      });
    }),
  });
