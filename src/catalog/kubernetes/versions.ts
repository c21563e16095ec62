/** What the catalog knows of a minor version of Kubernetes. */
export interface KubernetesVersion {
  /** The newest Cluster Autoscaler of the minor, which has its scheduler inside: `1.33.6`. */
  readonly clusterAutoscaler: string;
}
