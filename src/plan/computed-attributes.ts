/**
 * What AWS, Kubernetes or Terraform fills in and nobody decides: it follows from other changes, or moves by itself.
 *
 * @source plans of the AWS provider 5.100.0, test/review/fixtures (2026-11-27)
 */
const COMPUTED: ReadonlySet<string> = new Set([
  'address',
  'arn',
  'cache_nodes',
  'configuration_endpoint_address',
  'default_version',
  'endpoint',
  'engine_version_actual',
  'hosted_zone_id',
  'id',
  'latest_restorable_time',
  'latest_version',
  'listener_endpoint',
  'master_user_secret',
  'member_clusters',
  'primary_endpoint_address',
  'reader_endpoint_address',
  'replicas',
  'resource_id',
  'status',
]);

export function isComputed(attribute: string): boolean {
  return COMPUTED.has(attribute);
}
