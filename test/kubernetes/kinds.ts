import type { FieldRule } from './field-rules.ts';

/** What the provider makes of a resource type. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  /** Rules that hold for this type only; they win over `FIELD_RULES`. Keyed as those are. */
  readonly rules?: Readonly<Record<string, FieldRule>>;
}

/** Keyed by Terraform type. A type that is missing here has to be added before it can be checked. */
export const KINDS: Readonly<Record<string, Kind>> = {
  kubernetes_cluster_role_binding_v1: rbac('ClusterRoleBinding'),
  kubernetes_cluster_role_v1: rbac('ClusterRole'),
  kubernetes_config_map_v1: { apiVersion: 'v1', kind: 'ConfigMap' },
  kubernetes_config_map_v1_data: {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    // Options of the server-side apply, not of the object.
    rules: { '.force': { kubernetesName: undefined }, '.field_manager': { kubernetesName: undefined } },
  },
  kubernetes_cron_job_v1: { apiVersion: 'batch/v1', kind: 'CronJob' },
  kubernetes_deployment_v1: { apiVersion: 'apps/v1', kind: 'Deployment' },
  kubernetes_horizontal_pod_autoscaler_v2: {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
  },
  kubernetes_namespace_v1: { apiVersion: 'v1', kind: 'Namespace' },
  kubernetes_pod_disruption_budget_v1: { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
  kubernetes_priority_class_v1: { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass' },
  kubernetes_role_binding_v1: rbac('RoleBinding'),
  kubernetes_role_v1: rbac('Role'),
  kubernetes_service_account_v1: { apiVersion: 'v1', kind: 'ServiceAccount' },
  kubernetes_service_v1: {
    apiVersion: 'v1',
    kind: 'Service',
    // The only selector that is a plain map of labels.
    rules: { 'spec.selector': { isLiteral: true } },
  },
};

function rbac(kind: string): Kind {
  return { apiVersion: 'rbac.authorization.k8s.io/v1', kind };
}
