import type { ClusterAutoscaler } from './schema.ts';

/**
 * The version that the pods run, as `1.33.6`: what the tag of the image says, or `version` where the image has
 * only a digest or a tag of somebody's own. Nothing when neither is known.
 */
export function runningVersion({ image, version }: ClusterAutoscaler): string | undefined {
  return (image === undefined ? undefined : versionInTag(image)) ?? version;
}

/** `1.33.6` of `…/cluster-autoscaler:v1.33.6`, also with an end such as `-eks-1` or a digest after it. */
export function versionInTag(image: string): string | undefined {
  return /:v?(1\.[0-9]{1,2}\.[0-9]{1,3})(?![0-9.])/.exec(image)?.[1];
}
