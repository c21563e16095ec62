import type { Facts } from '../facts.ts';
import { View } from '../view.ts';
import { readCacheClusters, readReplicationGroups } from './aws-caches.ts';
import { readDbInstances } from './aws-databases.ts';
import { readCluster, readNodegroup } from './aws-eks.ts';
import { readAutoScalingGroups, readLaunchTemplateVersions } from './aws-groups.ts';
import { readCacheSubnetGroups, readDbSubnetGroups, readParameters } from './aws-parts.ts';
import { readKubernetes } from './kubernetes.ts';
import { readScalableTargets, readScalingPolicies } from './scaling.ts';
import { readTerraform } from './terraform.ts';

/** What a command answers with, told by the one key that every such answer has. */
const ANSWERS: Readonly<Record<string, (answer: View, facts: Facts) => void>> = {
  DBInstances: readDbInstances,
  ReplicationGroups: readReplicationGroups,
  CacheClusters: readCacheClusters,
  AutoScalingGroups: readAutoScalingGroups,
  LaunchTemplateVersions: readLaunchTemplateVersions,
  DBSubnetGroups: readDbSubnetGroups,
  CacheSubnetGroups: readCacheSubnetGroups,
  Parameters: readParameters,
  ScalableTargets: readScalableTargets,
  ScalingPolicies: readScalingPolicies,
  // What they say of a group, the databases and caches tell.
  DBParameterGroups: () => {},
  CacheParameterGroups: () => {},
  nodegroup: readNodegroup,
  cluster: readCluster,
};

/** Other services answer with parameters, too. */
function isOurs(key: string, view: View): boolean {
  return key !== 'Parameters' || view.views(key).every((one) => one.has('ParameterName'));
}

/** Reads one document of an input into `facts`. @returns false when it is nothing that is known */
export function recognise(value: unknown, facts: Facts): boolean {
  const view = new View(value);
  // Several answers in one list, as `jq --slurp` makes of them.
  if (Array.isArray(value)) return value.map((item) => recognise(item, facts)).includes(true);
  if (view.text('kind') !== undefined && view.text('apiVersion') !== undefined) {
    readKubernetes(view, facts);
    return true;
  }
  if (view.has('terraform_version') && view.has('format_version')) {
    readTerraform(view, facts);
    return true;
  }
  const known = Object.keys(ANSWERS).filter((key) => view.has(key) && isOurs(key, view));
  for (const key of known) ANSWERS[key]?.(view, facts);
  return known.length > 0;
}
