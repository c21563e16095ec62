import { PRIORITIES_CONFIG_MAP } from './priorities.ts';

/** A rule of a Role or ClusterRole. */
export interface PermissionRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

const READ = ['get', 'list', 'watch'];

/** Devices are stable API, and Cluster Autoscaler looks at them whether asked or not. */
const DEVICES_SINCE = 34;
/** Cluster Autoscaler also looks at Deployments and quotas. */
const QUOTAS_SINCE = 35;

/**
 * What Cluster Autoscaler may do in the whole cluster: read what the scheduler reads, mark nodes, and evict pods.
 *
 * Less than upstream's example: no Endpoints (the lease is a Lease), no patch of Jobs, no group `extensions`, which
 * Kubernetes has not had since 1.22; leases and ConfigMaps are a matter of its own namespace.
 *
 * @param minor of Cluster Autoscaler, 33 for 1.33
 * @source kubernetes/autoscaler@25913ca, chart, clusterrole.yaml; #10278: since 1.35 it always lists DeviceClasses,
 *   ResourceSlices and ResourceClaims; devantler-tech/ksail #5525: 1.35.0 lists Deployments and ResourceQuotas (read
 *   2026-11-25)
 */
export function clusterPermissions(minor: number): readonly PermissionRule[] {
  return [
    rule('', ['events'], ['create', 'patch']),
    rule('', ['pods/eviction'], ['create']),
    rule('', ['pods/status'], ['update']),
    rule('', ['nodes'], [...READ, 'update']),
    rule(
      '',
      [
        'namespaces',
        'persistentvolumeclaims',
        'persistentvolumes',
        'pods',
        'replicationcontrollers',
        ...(minor >= QUOTAS_SINCE ? ['resourcequotas'] : []),
        'services',
      ],
      READ,
    ),
    rule(
      'apps',
      ['daemonsets', ...(minor >= QUOTAS_SINCE ? ['deployments'] : []), 'replicasets', 'statefulsets'],
      READ,
    ),
    rule('batch', ['cronjobs', 'jobs'], READ),
    rule('policy', ['poddisruptionbudgets'], READ),
    rule(
      'storage.k8s.io',
      ['csidrivers', 'csinodes', 'csistoragecapacities', 'storageclasses', 'volumeattachments'],
      READ,
    ),
    ...(minor >= DEVICES_SINCE
      ? [rule('resource.k8s.io', ['deviceclasses', 'resourceclaims', 'resourceslices'], READ)]
      : []),
  ];
}

/**
 * What it may do in its own namespace: keep its lease and its status, and read the priorities. Names cannot be given
 * for what is created, listed or watched.
 *
 * @source kubernetes/autoscaler@06418d5, chart, role.yaml (read 2026-11-25)
 */
export function namespacePermissions(hasPriorities: boolean): readonly PermissionRule[] {
  return [
    rule('coordination.k8s.io', ['leases'], ['create']),
    rule('coordination.k8s.io', ['leases'], ['get', 'update'], ['cluster-autoscaler']),
    rule('', ['configmaps'], hasPriorities ? ['create', 'list', 'watch'] : ['create']),
    rule('', ['configmaps'], ['delete', 'get', 'update'], ['cluster-autoscaler-status']),
    ...(hasPriorities ? [rule('', ['configmaps'], ['get'], [PRIORITIES_CONFIG_MAP])] : []),
  ];
}

function rule(
  apiGroup: string,
  resources: readonly string[],
  verbs: readonly string[],
  resourceNames?: readonly string[],
): PermissionRule {
  return { apiGroups: [apiGroup], resources, ...(resourceNames ? { resourceNames } : {}), verbs };
}
