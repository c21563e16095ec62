/**
 * The newest Cluster Autoscaler of each minor version of Kubernetes: it runs the scheduler of that minor inside,
 * and guesses wrongly about the scheduler of another.
 *
 * @source tags `cluster-autoscaler-1.x.y` of kubernetes/autoscaler (read 2026-07-22)
 */
const VERSIONS: Readonly<Record<string, string>> = {
  '1.30': '1.30.7',
  '1.31': '1.31.5',
  '1.32': '1.32.7',
  '1.33': '1.33.6',
  '1.34': '1.34.5',
  '1.35': '1.35.2',
  '1.36': '1.36.1',
};

/** The day on which the tags were read. */
export const CLUSTER_AUTOSCALER_VERSIONS_OF = '2026-07-22';

/** What the table is about, oldest first. */
export const KNOWN_KUBERNETES_VERSIONS: readonly string[] = Object.keys(VERSIONS);

/** @returns `1.33.6` for `1.33`; nothing for a minor that is not in the table, for its newest is no guess */
export function clusterAutoscalerVersion(kubernetesVersion: string): string | undefined {
  return Object.hasOwn(VERSIONS, kubernetesVersion) ? VERSIONS[kubernetesVersion] : undefined;
}

/** @param version such as `1.33.6` */
export function clusterAutoscalerImage(version: string): string {
  return `registry.k8s.io/autoscaling/cluster-autoscaler:v${version}`;
}

/** @param version `1.33` or `1.33.6` */
export function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
