import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

/** GiB of the snapshot behind the AL2023 images; for AL2 and Bottlerocket none was read that is certain. */
const IMAGE_SIZE = 20;

export const volumeBelowImage = defineRule<NodeGroups>({
  code: 'node-groups/volume-below-image',
  severity: 'error',
  summary: 'the volume of a node with Amazon Linux 2023 holds the image that it starts from',
  why: 'EC2 refuses a volume that is smaller than its snapshot, so that no node starts and the group ends as CREATE_FAILED',
  source:
    'awslabs/amazon-eks-ami@004328f, templates/al2023/variables-default.json: 20; #1142: a smaller volume is an error (read 2026-11-25)',
  examples: { good: [example('20GiB'), example('19GiB', 'BOTTLEROCKET_x86_64')], bad: [example('19GiB')] },
  check: eachItem<NodeGroup>('nodeGroups', ({ amiType, launchTemplate }, at, report) => {
    const size = launchTemplate?.volume.size;
    if (!amiType.startsWith('AL2023_') || size === undefined || size >= IMAGE_SIZE) return;
    report({
      at: at('launchTemplate', 'volume', 'size'),
      message: `the volume has ${size} GiB, and the image has ${IMAGE_SIZE}`,
      help: `write ${IMAGE_SIZE}GiB or more`,
    });
  }),
});

function example(size: string, amiType = 'AL2023_x86_64_STANDARD'): string {
  return `nodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, amiType: ${amiType}, launchTemplate: {volume: {size: ${size}}}}}`;
}
