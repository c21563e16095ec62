import { RoleBindingV1 } from '@cdktf/provider-kubernetes/lib/role-binding-v1/index.js';
import { RoleV1 } from '@cdktf/provider-kubernetes/lib/role-v1/index.js';
import { ServiceAccountV1 } from '@cdktf/provider-kubernetes/lib/service-account-v1/index.js';
import type { SpecPath } from '../../../compiler/spec-path.ts';
import { addressName } from '../../../terraform/engine/address.ts';
import { expression } from '../../../terraform/engine/expression.ts';
import type { Root } from '../../../terraform/engine/root.ts';
import { invariant } from '../../../util/invariant.ts';
import { shortHash } from '../../../util/short-hash.ts';
import type { Model } from '../../registry.ts';

/** A workload as its jobs see it. */
export interface JobTarget {
  readonly key: string;
  readonly namespace: string;
  /** A reference, so that the autoscaler is there first. */
  readonly autoscaler: string;
  /** Of the objects here, before what tells them apart; at most 40 characters. */
  readonly prefix: string;
  readonly previousName: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
}

export function jobTarget(key: string, { workloads }: Model): JobTarget {
  const workload = workloads.get(key);
  invariant(workload?.autoscaling, 'a plan is made for workloads with autoscaling only');
  const { name, namespace, previousName } = workload;
  const autoscaler = expression(
    `kubernetes_horizontal_pod_autoscaler_v2.${addressName([key])}.metadata[0].name`,
  );
  const prefix = shortened(name, 40);
  // Not the name of the workload: a selector of its Service or autoscaler would find the pods of the jobs too.
  const labels = {
    'app.kubernetes.io/managed-by': 'elastiform',
    'app.kubernetes.io/name': `${prefix}-schedule`,
  };
  return { key, namespace, autoscaler, prefix, previousName, labels };
}

/** Names of CronJobs have at most 52 characters, those of Deployments 253. */
export function shortened(name: string, most: number): string {
  return name.length <= most
    ? name
    : `${name.slice(0, most - 9).replace(/[.-]+$/, '')}-${shortHash(name, 8)}`;
}

/** An account that may do nothing but move the HorizontalPodAutoscaler of the workload. */
export function addPermissions(root: Root, target: JobTarget, at: SpecPath): void {
  const { key, namespace, autoscaler, prefix, previousName, labels } = target;
  const name = `${prefix}-schedule`;
  const place = {
    file: 'schedules',
    at,
    name: [key, 'schedule'],
    previousName: previousName === undefined ? undefined : [previousName, 'schedule'],
  };
  const metadata = { name, namespace, labels };
  const account = root.resource(ServiceAccountV1, place, {
    metadata,
    // The jobs ask for a token; nobody else who names the account gets one unasked.
    automountServiceAccountToken: false,
  });
  const role = root.resource(
    RoleV1,
    { ...place, notes: ['One object, and neither list nor update: kubectl patch reads and patches it.'] },
    {
      metadata,
      rule: [
        {
          apiGroups: ['autoscaling'],
          resources: ['horizontalpodautoscalers'],
          resourceNames: [autoscaler],
          verbs: ['get', 'patch'],
        },
      ],
    },
  );
  root.resource(RoleBindingV1, place, {
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: role.metadata.name },
    subject: [{ kind: 'ServiceAccount', name: account.metadata.name, namespace }],
  });
}
