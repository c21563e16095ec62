/** A section that elastiform deploys, with some keys in YAML's flow style. */
export function example(keys = ''): string {
  return `clusterAutoscaler: {managedBy: elastiform${keys === '' ? '' : `, ${keys}`}}`;
}
