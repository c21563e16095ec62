/** A group of nodes that always has a node for Cluster Autoscaler, and its section, in YAML's flow style. */
export function example({
  autoscaler = '{managedBy: elastiform}',
  size = '{min: 2, max: 6}',
  group = '',
  more = '',
}: {
  readonly autoscaler?: string;
  readonly size?: string;
  readonly group?: string;
  readonly more?: string;
} = {}): string {
  return `clusterAutoscaler: ${autoscaler}
nodeGroups: {workers: {instanceTypes: [m6i.large], size: ${size}${group}}${more}}`;
}
