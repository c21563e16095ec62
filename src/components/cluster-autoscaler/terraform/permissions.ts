import { DataAwsIamRole } from '@cdktf/provider-aws/lib/data-aws-iam-role/index.js';
import { ClusterRoleBindingV1 } from '@cdktf/provider-kubernetes/lib/cluster-role-binding-v1/index.js';
import { ClusterRoleV1 } from '@cdktf/provider-kubernetes/lib/cluster-role-v1/index.js';
import { RoleBindingV1 } from '@cdktf/provider-kubernetes/lib/role-binding-v1/index.js';
import { RoleV1 } from '@cdktf/provider-kubernetes/lib/role-v1/index.js';
import { ServiceAccountV1 } from '@cdktf/provider-kubernetes/lib/service-account-v1/index.js';
import { minorOf } from '../../../catalog/kubernetes/cluster-autoscaler.ts';
import type { Frame } from '../../../compiler/frame/frame.ts';
import type { Roots } from '../../../terraform/platform/roots.ts';
import { clusterPermissions, namespacePermissions, type PermissionRule } from '../permissions.ts';
import { runningVersion } from '../running-version.ts';
import type { ClusterAutoscaler } from '../schema.ts';
import { adoptablePlaceOf, labelsOf, placeOf } from './place.ts';

const API_GROUP = 'rbac.authorization.k8s.io';

/** The ServiceAccount, and what it may do in the cluster. */
export function addPermissions(autoscaler: ClusterAutoscaler, roots: Roots, { foundation }: Frame): void {
  const { kubernetes } = roots;
  const { name, namespace, expander } = autoscaler;
  const minor = minorOf(runningVersion(autoscaler) ?? foundation.kubernetesVersion);
  const labels = labelsOf(autoscaler);
  const inNamespace = adoptablePlaceOf(autoscaler, 'namespace');
  const inCluster = adoptablePlaceOf(autoscaler, 'cluster');

  const account = kubernetes.resource(ServiceAccountV1, inNamespace, {
    metadata: { name, namespace, labels, annotations: roleAnnotation(autoscaler, roots) },
    // The pods ask for a token; nobody else who names the account gets one unasked.
    automountServiceAccountToken: false,
  });
  const subject = [{ kind: 'ServiceAccount', name: account.metadata.name, namespace }];
  const notes = [`What Cluster Autoscaler 1.${minor} reads, and nodes and evictions.`];
  const clusterRole = kubernetes.resource(
    ClusterRoleV1,
    { ...inCluster, notes },
    {
      metadata: { name, labels },
      rule: clusterPermissions(minor).map(ruleBlock),
    },
  );
  kubernetes.resource(ClusterRoleBindingV1, inCluster, {
    metadata: { name, labels },
    roleRef: { apiGroup: API_GROUP, kind: 'ClusterRole', name: clusterRole.metadata.name },
    subject,
  });
  const own = {
    ...inNamespace,
    notes: ['Its lease and its status; what is created or listed has no names.'],
  };
  const role = kubernetes.resource(RoleV1, own, {
    metadata: { name, namespace, labels },
    rule: namespacePermissions(expander === 'priority').map(ruleBlock),
  });
  kubernetes.resource(RoleBindingV1, inNamespace, {
    metadata: { name, namespace, labels },
    roleRef: { apiGroup: API_GROUP, kind: 'Role', name: role.metadata.name },
    subject,
  });
}

/** The role is found by its name, which the spec fixes; the AWS root has made it. */
function roleAnnotation({ identity, roleName }: ClusterAutoscaler, { kubernetes }: Roots) {
  if (identity !== 'irsa') return undefined;
  const place = { ...placeOf(), file: 'lookups', at: ['clusterAutoscaler', 'roleName'] };
  const role = kubernetes.data(DataAwsIamRole, place, { name: roleName });
  return { 'eks.amazonaws.com/role-arn': role.arn };
}

function ruleBlock({ apiGroups, resources, resourceNames, verbs }: PermissionRule) {
  return {
    apiGroups: [...apiGroups],
    resources: [...resources],
    resourceNames: resourceNames && [...resourceNames],
    verbs: [...verbs],
  };
}
