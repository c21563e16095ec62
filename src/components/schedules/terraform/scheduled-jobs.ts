import { CronJobV1 } from '@cdktf/provider-kubernetes/lib/cron-job-v1/index.js';
import { RoleBindingV1 } from '@cdktf/provider-kubernetes/lib/role-binding-v1/index.js';
import { RoleV1 } from '@cdktf/provider-kubernetes/lib/role-v1/index.js';
import { ServiceAccountV1 } from '@cdktf/provider-kubernetes/lib/service-account-v1/index.js';
import { addressName } from '../../../terraform/engine/address.ts';
import { expression } from '../../../terraform/engine/expression.ts';
import type { Root } from '../../../terraform/engine/root.ts';
import { cronOf } from '../../../util/calendar/cron.ts';
import type { Boundary } from '../../../util/calendar/week.ts';
import { invariant } from '../../../util/invariant.ts';
import { shortHash } from '../../../util/short-hash.ts';
import type { Model } from '../../registry.ts';
import { deadlinesOf } from '../deadlines.ts';
import type { TargetPlan } from '../plan.ts';
import type { Schedules } from '../schema.ts';
import { describeBoundary, partsOf } from './boundary.ts';

/** An account that may do nothing but move one HorizontalPodAutoscaler, and a CronJob for each boundary. */
export function addScheduledJobs(root: Root, plan: TargetPlan, schedules: Schedules, model: Model): void {
  const target = targetOf(plan, model);
  addPermissions(root, plan, target);
  for (const boundary of plan.boundaries) addJob(root, plan, target, boundary, schedules);
}

interface Target {
  readonly namespace: string;
  /** A reference, so that the autoscaler is there first. */
  readonly autoscaler: string;
  /** Of the objects here, before what tells them apart; at most 40 characters. */
  readonly prefix: string;
  readonly previousName: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
}

function targetOf({ key }: TargetPlan, { workloads }: Model): Target {
  const workload = workloads.get(key);
  invariant(workload?.autoscaling, 'a plan is made for workloads with autoscaling only');
  const { name, namespace, previousName } = workload;
  const autoscaler = expression(
    `kubernetes_horizontal_pod_autoscaler_v2.${addressName([key])}.metadata[0].name`,
  );
  const prefix = prefixOf(name);
  // Not the name of the workload: a selector of its Service or autoscaler would find the pods of the jobs too.
  const labels = {
    'app.kubernetes.io/managed-by': 'elastiform',
    'app.kubernetes.io/name': `${prefix}-schedule`,
  };
  return { namespace, autoscaler, prefix, previousName, labels };
}

/** Names of CronJobs have at most 52 characters, those of Deployments 253. */
function prefixOf(name: string): string {
  return name.length <= 40 ? name : `${name.slice(0, 31).replace(/[.-]+$/, '')}-${shortHash(name, 8)}`;
}

function addPermissions(root: Root, { key }: TargetPlan, target: Target): void {
  const { namespace, autoscaler, prefix, previousName, labels } = target;
  const name = `${prefix}-schedule`;
  const place = {
    file: 'schedules',
    at: ['schedules'],
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

function addJob(
  root: Root,
  plan: TargetPlan,
  target: Target,
  boundary: Boundary,
  schedules: Schedules,
): void {
  const { namespace, prefix, previousName, labels } = target;
  const { key, timezone } = plan;
  const parts = partsOf(boundary, plan);
  const deadlines = deadlinesOf(boundary);
  root.resource(
    CronJobV1,
    {
      file: 'schedules',
      at: ['schedules', boundary.window],
      name: [key, ...parts],
      previousName: previousName === undefined ? undefined : [previousName, ...parts],
      notes: [
        describeBoundary(boundary, 'workload'),
        'Started late it still sets what holds then: it gives up long before the next change.',
      ],
    },
    {
      metadata: { name: [prefix, ...parts].join('-'), namespace, labels },
      spec: {
        schedule: cronOf(boundary.time, boundary.days),
        timezone,
        startingDeadlineSeconds: deadlines.starting,
        concurrencyPolicy: 'Replace',
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 3,
        jobTemplate: {
          metadata: { labels },
          spec: {
            activeDeadlineSeconds: deadlines.active,
            backoffLimit: 6,
            ttlSecondsAfterFinished: String(7 * 86_400),
            template: { metadata: { labels }, spec: podBlock(target, key, boundary, schedules) },
          },
        },
      },
    },
  );
}

function podBlock({ namespace, autoscaler }: Target, key: string, boundary: Boundary, schedules: Schedules) {
  const account = `kubernetes_service_account_v1.${addressName([key, 'schedule'])}.metadata[0].name`;
  const patch = JSON.stringify({ spec: { minReplicas: boundary.value } });
  return {
    serviceAccountName: expression(account),
    automountServiceAccountToken: true,
    // Failed pods stay for their logs; the job starts new ones.
    restartPolicy: 'Never',
    securityContext: {
      runAsNonRoot: true,
      runAsUser: '65532',
      runAsGroup: '65532',
      seccompProfile: { type: 'RuntimeDefault' },
    },
    container: [
      {
        name: 'kubectl',
        image: schedules.get(boundary.window)?.image,
        command: ['kubectl'],
        args: [
          'patch',
          'horizontalpodautoscaler',
          autoscaler,
          `--namespace=${namespace}`,
          '--type=merge',
          `--patch=${patch}`,
        ],
        resources: {
          requests: { cpu: '10m', memory: '64Mi' },
          limits: { memory: '128Mi' },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          privileged: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      },
    ],
  };
}
