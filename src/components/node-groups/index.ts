import { defineComponent } from '../../compiler/component.ts';
import { nodeRules } from '../../rules/nodes/index.ts';
import { adoptWithLaunchTemplate } from './rules/adopt-with-launch-template.ts';
import { amiTypeArchitecture } from './rules/ami-type-architecture.ts';
import { autoscalerMovesAnyway } from './rules/autoscaler-moves-anyway.ts';
import { diskSizeWithLaunchTemplate } from './rules/disk-size-with-launch-template.ts';
import { imageTooOld } from './rules/image-too-old.ts';
import { maxUnavailable } from './rules/max-unavailable.ts';
import { nameTooLong } from './rules/name-too-long.ts';
import { versionNewerThanCluster } from './rules/version-newer-than-cluster.ts';
import { volumeBelowImage } from './rules/volume-below-image.ts';
import { nodeGroupsField } from './schema.ts';

/** Groups of nodes that EKS manages: `nodeGroups.spot-nodes`. */
export const nodeGroups = defineComponent({
  key: 'nodeGroups',
  field: nodeGroupsField,
  rules: [
    ...nodeRules({ key: 'nodeGroups', theme: 'node-groups' }),
    adoptWithLaunchTemplate,
    amiTypeArchitecture,
    autoscalerMovesAnyway,
    diskSizeWithLaunchTemplate,
    imageTooOld,
    maxUnavailable,
    nameTooLong,
    versionNewerThanCluster,
    volumeBelowImage,
  ],
  statefulItems: 'none',
  lowering: async () => (await import('./terraform.ts')).lowerNodeGroups,
});
