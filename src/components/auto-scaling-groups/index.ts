import { defineComponent } from '../../compiler/component.ts';
import { nodeRules } from '../../rules/nodes/index.ts';
import { metadataHopLimit } from '../../rules/security/metadata-hop-limit.ts';
import { keptTemplateOfNothing } from './rules/kept-template-of-nothing.ts';
import { lifetimeOutOfRange } from './rules/lifetime-out-of-range.ts';
import { percentageOutOfRange } from './rules/percentage-out-of-range.ts';
import { spotLowestPrice } from './rules/spot-lowest-price.ts';
import { tooManyTags } from './rules/too-many-tags.ts';
import { autoScalingGroupsField } from './schema.ts';

/** Groups of self-managed worker nodes: `autoScalingGroups.eks-worker-nodes`. */
export const autoScalingGroups = defineComponent({
  key: 'autoScalingGroups',
  field: autoScalingGroupsField,
  rules: [
    ...nodeRules({ key: 'autoScalingGroups', theme: 'auto-scaling-groups' }),
    keptTemplateOfNothing,
    lifetimeOutOfRange,
    metadataHopLimit({
      key: 'autoScalingGroups',
      theme: 'auto-scaling-groups',
      path: [],
      example: 'ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 6}',
    }),
    percentageOutOfRange,
    spotLowestPrice,
    tooManyTags,
  ],
  statefulItems: 'none',
  lowering: async () => (await import('./terraform.ts')).lowerAutoScalingGroups,
});
