import type { Table } from '../table.ts';
import type { KubernetesVersion } from './versions.ts';

/**
 * The Cluster Autoscaler for a minor version of Kubernetes: the newest that the catalog has, or the first, which every
 * minor has.
 *
 * @param kubernetesVersion `1.33`
 */
export function clusterAutoscalerOf(
  { rows }: Table<KubernetesVersion>,
  kubernetesVersion: string,
): { readonly version: string; readonly isNewest: boolean } {
  const newest = rows.get(kubernetesVersion)?.clusterAutoscaler;
  return { version: newest ?? `${kubernetesVersion}.0`, isNewest: newest !== undefined };
}

/** @param version such as `1.33.6` */
export function clusterAutoscalerImage(version: string): string {
  return `registry.k8s.io/autoscaling/cluster-autoscaler:v${version}`;
}

/** @param version `1.33` or `1.33.6` */
export function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
