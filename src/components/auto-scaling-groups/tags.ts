import type { Frame } from '../../compiler/frame/frame.ts';
import {
  discoveryTags,
  nodeTemplateTags,
  type Tag,
} from '../../terraform/platform/cluster-autoscaler-tags.ts';
import { defaultTags } from '../../terraform/platform/default-tags.ts';
import type { AutoScalingGroup } from './schema.ts';

/** Tags of what an instance brings with it: the instance, its volume and its network interface. */
export function instanceTags({ name }: AutoScalingGroup, frame: Frame): Record<string, string> {
  return { Name: name, ...without(defaultTags(frame), new Set(['Name'])) };
}

/**
 * Tags of the group, in the order of output: what it is, what Cluster Autoscaler reads, and the tags of the
 * environment, which the provider's default_tags do not bring into `tag` blocks.
 */
export function groupTags(group: AutoScalingGroup, frame: Frame): readonly Tag[] {
  const { cluster } = frame.foundation;
  const own: readonly Tag[] = [
    ['Name', group.name],
    // The cloud controller and the VPC CNI tell by it whose instances these are.
    [`kubernetes.io/cluster/${cluster}`, 'owned'],
    ...(group.size.owner === 'cluster-autoscaler' ? discoveryTags(cluster) : []),
    ...nodeTemplateTags({ ...group, volumeSize: group.volume.size }),
  ];
  const environment = without(defaultTags(frame), new Set(own.map(([key]) => key)));
  return [...own, ...Object.entries(environment)];
}

function without(tags: Readonly<Record<string, string>>, keys: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.has(key)));
}
