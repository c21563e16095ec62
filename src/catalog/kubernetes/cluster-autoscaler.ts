/** @param version such as `1.33.6` */
export function clusterAutoscalerImage(version: string): string {
  return `registry.k8s.io/autoscaling/cluster-autoscaler:v${version}`;
}

/** @param version `1.33` or `1.33.6` */
export function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
