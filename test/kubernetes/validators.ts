import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { CronJob } from 'kubernetes-models/batch/v1/CronJob';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ClusterRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole';
import { ClusterRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRoleBinding';
import { Role } from 'kubernetes-models/rbac.authorization.k8s.io/v1/Role';
import { RoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding';
import { PriorityClass } from 'kubernetes-models/scheduling.k8s.io/v1/PriorityClass';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';

/** Throws an error that carries the `errors` of ajv. */
export type Validate = (value: object) => void;

const MODELS = [
  ClusterRole,
  ClusterRoleBinding,
  ConfigMap,
  CronJob,
  Deployment,
  HorizontalPodAutoscaler,
  Namespace,
  PodDisruptionBudget,
  PriorityClass,
  Role,
  RoleBinding,
  Service,
  ServiceAccount,
];

/**
 * Keyed by `<apiVersion>/<kind>`. The package has the OpenAPI schema as functions that ajv compiled; the schema
 * itself is not in it, nor does it say of which Kubernetes it is: of 1.33, since it knows `tolerance` of an
 * autoscaler and `stopSignal` of a container, which came with 1.33, and not `hostnameOverride` of a pod (1.34).
 *
 * A model's own constructor copies what it is given and would hide our recording proxy from the function, so
 * the method is called on the proxy itself.
 */
export const VALIDATORS: ReadonlyMap<string, Validate> = new Map(
  MODELS.map((model) => [
    `${model.apiVersion}/${model.kind}`,
    (value: object) => model.prototype.validate.call(value as never),
  ]),
);
