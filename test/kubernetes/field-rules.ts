import type { Conversion } from './conversions.ts';

/** How a name of the provider differs from the name in the API, where camelCase is not the whole story. */
export interface FieldRule {
  /** Camel case of the Terraform name when absent; `undefined` for what only the provider knows. */
  readonly kubernetesName?: string | undefined;
  /** A repeated block. Every other block is one object, although Terraform may write it as a list of one. */
  readonly isList?: true;
  /** A map whose keys belong to the user and are no names. */
  readonly isLiteral?: true;
  /** The provider's schema says string where the API wants something else. */
  readonly conversion?: Conversion;
}

const list: FieldRule = { isList: true };
const literal: FieldRule = { isLiteral: true };
const dropped: FieldRule = { kubernetesName: undefined };
const listAs = (kubernetesName: string): FieldRule => ({ kubernetesName, isList: true });
const as = (kubernetesName: string): FieldRule => ({ kubernetesName });
const converted = (conversion: Conversion): FieldRule => ({ conversion });

/**
 * Keyed by `<enclosing block>.<name>`, or by the name alone where it means the same everywhere. The block is
 * empty at the top of a resource.
 *
 * The table is complete for the types in `kinds.ts`: `every-field.test.ts` walks through all that the
 * provider's schema has.
 *
 * @source expand functions of terraform-provider-kubernetes 2.x, kubernetes/structure*.go, read in a mirror that
 *   does not tell the tag; the names themselves are those of 2.38
 */
export const FIELD_RULES: Readonly<Record<string, FieldRule>> = {
  // Terraform's own and the provider's.
  './/': dropped,
  '.connection': dropped,
  '.count': dropped,
  '.depends_on': dropped,
  '.for_each': dropped,
  '.lifecycle': dropped,
  '.provider': dropped,
  '.provisioner': dropped,
  '.timeouts': dropped,
  '.wait_for_default_service_account': dropped,
  '.wait_for_load_balancer': dropped,
  '.wait_for_rollout': dropped,

  annotations: literal,
  binary_data: literal,
  data: literal,
  labels: literal,
  limits: literal,
  match_labels: literal,
  node_selector: literal,
  options: literal,
  requests: literal,
  volume_attributes: literal,

  // Lists: singular in Terraform, plural in the API.
  '.image_pull_secret': listAs('imagePullSecrets'),
  '.secret': listAs('secrets'),
  cluster_role_selectors: list,
  'container.env': list,
  'container.port': listAs('ports'),
  env_from: list,
  host_aliases: list,
  http_header: listAs('httpHeaders'),
  image_pull_secrets: list,
  init_container: listAs('initContainers'),
  'init_container.env': list,
  'init_container.port': listAs('ports'),
  items: list,
  match_expressions: list,
  match_fields: list,
  node_selector_term: listAs('nodeSelectorTerms'),
  on_pod_condition: listAs('onPodConditions'),
  option: listAs('options'),
  'pod_affinity.required_during_scheduling_ignored_during_execution': list,
  'pod_anti_affinity.required_during_scheduling_ignored_during_execution': list,
  policy: listAs('policies'),
  preferred_during_scheduling_ignored_during_execution: list,
  readiness_gate: listAs('readinessGates'),
  rule: listAs('rules'),
  sources: list,
  'spec.container': listAs('containers'),
  'spec.metric': listAs('metrics'),
  'spec.port': listAs('ports'),
  'spec.volume': listAs('volumes'),
  subject: listAs('subjects'),
  sysctl: listAs('sysctls'),
  toleration: listAs('tolerations'),
  topology_spread_constraint: listAs('topologySpreadConstraints'),
  volume_device: listAs('volumeDevices'),
  volume_mount: listAs('volumeMounts'),

  // Names that no rule gives.
  ceph_fs: as('cephfs'),
  ceph_monitors: as('monitors'),
  client_ip: as('clientIP'),
  cluster_ip: as('clusterIP'),
  cluster_ips: as('clusterIPs'),
  data_disk_uri: as('diskURI'),
  dataset_uuid: as('datasetUUID'),
  downward_api: as('downwardAPI'),
  endpoints_name: as('endpoints'),
  external_ips: as('externalIPs'),
  host_ip: as('hostIP'),
  host_ipc: as('hostIPC'),
  host_pid: as('hostPID'),
  load_balancer_ip: as('loadBalancerIP'),
  non_resource_urls: as('nonResourceURLs'),
  pd_id: as('pdID'),
  rados_user: as('user'),
  rbd_image: as('image'),
  rbd_pool: as('pool'),
  run_as_username: as('runAsUserName'),
  target_ww_ns: as('targetWWNs'),
  timezone: as('timeZone'),
  volume_id: as('volumeID'),

  default_mode: converted('octal'),
  fs_group: converted('integer'),
  'http_get.port': converted('integerOrString'),
  max_surge: converted('integerOrString'),
  max_unavailable: converted('integerOrString'),
  min_available: converted('integerOrString'),
  mode: converted('octal'),
  replicas: converted('integer'),
  run_as_group: converted('integer'),
  run_as_user: converted('integer'),
  target_port: converted('integerOrString'),
  'tcp_socket.port': converted('integerOrString'),
  toleration_seconds: converted('integer'),
  ttl_seconds_after_finished: converted('integer'),
};
