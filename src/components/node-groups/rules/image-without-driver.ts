import { parseInstanceType } from '../../../catalog/instance-type-names.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

export const imageWithoutDriver = defineRule<NodeGroups>({
  code: 'node-groups/image-without-driver',
  severity: 'warning',
  summary: 'nodes with accelerators run an image with their driver',
  why: 'without the driver no GPU is seen, so that pods which ask for one stay Pending beside paid ones',
  source:
    'EKS user guide "Use EKS-optimized accelerated AMIs", table of images and instance types, as quoted in NVIDIA/aicr #2743 (read 2026-11-27)',
  examples: {
    good: [
      example('g5.xlarge', ', amiType: AL2023_x86_64_NVIDIA'),
      example('inf2.xlarge', ', amiType: AL2023_x86_64_NEURON'),
      example('inf2.xlarge', ', amiType: BOTTLEROCKET_x86_64'),
      example('g4ad.xlarge'),
    ],
    bad: [
      example('g5.xlarge'),
      example('p4d.24xlarge', ', amiType: BOTTLEROCKET_x86_64'),
      example('trn1.2xlarge'),
    ],
  },
  check: eachItem<NodeGroup>('nodeGroups', ({ amiType, instanceTypes }, at, report) => {
    for (const { maker, families, images, example: image } of ACCELERATORS) {
      const types = instanceTypes.filter((type) => families.test(parseInstanceType(type).family));
      if (types.length === 0 || images.test(amiType)) continue;
      report({
        at: at('amiType'),
        message: `${amiType} has no driver for the ${maker} accelerators of ${types.join(', ')}`,
        help: `write amiType: ${image}, or install the driver from a DaemonSet and accept this finding`,
        related: [{ message: 'the instance types', at: { path: at('instanceTypes') } }],
      });
    }
  }),
});

/** By the maker of the chip; g4ad has GPUs of AMD, for which EKS has no image. */
const ACCELERATORS = [
  {
    maker: 'NVIDIA',
    families: /^(?:p[2-9]|g[3-9]|gr[0-9])(?!ad)/,
    images: /NVIDIA|GPU/,
    example: 'AL2023_x86_64_NVIDIA',
  },
  {
    maker: 'AWS Neuron',
    families: /^(?:inf|trn)[0-9]/,
    // The plain Bottlerocket image has the Neuron driver.
    images: /NEURON|AL2_x86_64_GPU|^BOTTLEROCKET_x86_64$/,
    example: 'AL2023_x86_64_NEURON',
  },
] as const;

function example(type: string, more = ''): string {
  return `nodeGroups: {workers: {instanceTypes: [${type}], size: {min: 2, max: 6}${more}}}`;
}
