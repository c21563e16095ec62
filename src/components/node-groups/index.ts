import { defineComponent } from '../../compiler/component.ts';
import { nodeRules } from '../../rules/nodes/index.ts';
import { metadataHopLimit } from '../../rules/security/metadata-hop-limit.ts';
import { adoptWithLaunchTemplate } from './rules/adopt-with-launch-template.ts';
import { amiTypeArchitecture } from './rules/ami-type-architecture.ts';
import { autoscalerMovesAnyway } from './rules/autoscaler-moves-anyway.ts';
import { diskSizeWithLaunchTemplate } from './rules/disk-size-with-launch-template.ts';
import { imageTooOld } from './rules/image-too-old.ts';
import { imageWithoutDriver } from './rules/image-without-driver.ts';
import { imageWithoutUpdates } from './rules/image-without-updates.ts';
import { maxUnavailable } from './rules/max-unavailable.ts';
import { nameTooLong } from './rules/name-too-long.ts';
import { noLaunchTemplate } from './rules/no-launch-template.ts';
import { releaseOfAnotherVersion } from './rules/release-of-another-version.ts';
import { versionNewerThanCluster } from './rules/version-newer-than-cluster.ts';
import { versionTooOld } from './rules/version-too-old.ts';
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
    imageWithoutDriver,
    imageWithoutUpdates,
    maxUnavailable,
    metadataHopLimit({
      key: 'nodeGroups',
      theme: 'node-groups',
      path: ['launchTemplate'],
      example: 'instanceTypes: [m6i.large], size: {min: 2, max: 6}',
    }),
    nameTooLong,
    releaseOfAnotherVersion,
    noLaunchTemplate,
    versionNewerThanCluster,
    versionTooOld,
  ],
  statefulItems: 'none',
  lowering: async () => (await import('./terraform.ts')).lowerNodeGroups,
});
