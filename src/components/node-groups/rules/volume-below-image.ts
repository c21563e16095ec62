import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

/** GiB of the snapshot behind the EKS images, and of the data volume of Bottlerocket. */
const IMAGE_SIZE = 20;

export const volumeBelowImage = defineRule<NodeGroups>({
  code: 'node-groups/volume-below-image',
  severity: 'error',
  summary: 'the volume of a node holds the image that it starts from',
  why: 'EC2 refuses a volume that is smaller than its snapshot, so that no node starts and the group ends as CREATE_FAILED',
  source: 'awslabs/amazon-eks-ami, volume_size of the AL2023 template: 20 GiB',
  examples: { good: [example('20GiB')], bad: [example('19GiB')] },
  check: eachItem<NodeGroup>('nodeGroups', ({ launchTemplate }, at, report) => {
    const size = launchTemplate?.volume.size;
    if (size === undefined || size >= IMAGE_SIZE) return;
    report({
      at: at('launchTemplate', 'volume', 'size'),
      message: `the volume has ${size} GiB, and the images of EKS have ${IMAGE_SIZE}`,
      help: `write ${IMAGE_SIZE}GiB or more`,
    });
  }),
});

function example(size: string): string {
  return `nodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, launchTemplate: {volume: {size: ${size}}}}}`;
}
