import { defineComponent } from '../../compiler/component.ts';
import { nodeRules } from '../../rules/nodes/index.ts';
import { lifetimeOutOfRange } from './rules/lifetime-out-of-range.ts';
import { percentageOutOfRange } from './rules/percentage-out-of-range.ts';
import { tooManyTags } from './rules/too-many-tags.ts';
import { autoScalingGroupsField } from './schema.ts';

/** Groups of self-managed worker nodes: `autoScalingGroups.eks-worker-nodes`. */
export const autoScalingGroups = defineComponent({
  key: 'autoScalingGroups',
  field: autoScalingGroupsField,
  rules: [
    ...nodeRules({ key: 'autoScalingGroups', theme: 'auto-scaling-groups' }),
    lifetimeOutOfRange,
    percentageOutOfRange,
    tooManyTags,
  ],
  statefulItems: 'none',
  lowering: async () => (await import('./terraform.ts')).lowerAutoScalingGroups,
});
