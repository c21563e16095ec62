import { CronJobV1 } from '@cdktf/provider-kubernetes/lib/cron-job-v1/index.js';
import { addressName } from '../../../terraform/engine/address.ts';
import { expression } from '../../../terraform/engine/expression.ts';
import type { ResourcePlace, Root } from '../../../terraform/engine/root.ts';
import { deadlinesOf } from '../deadlines.ts';
import type { JobTarget } from './job-target.ts';

/** A job that sets `minReplicas` at the moments of a cron expression. */
export interface FloorJob {
  /** At most 52 characters. */
  readonly name: string;
  readonly cron: string;
  readonly timezone: string;
  readonly value: number;
  /** Minutes until the number changes again. */
  readonly untilNext: number;
  readonly image: string | undefined;
  /** A reference to 0 or 1; always there when left out. */
  readonly count?: number;
}

export function addCronJob(root: Root, place: ResourcePlace, target: JobTarget, job: FloorJob): void {
  const { namespace, labels } = target;
  const { name, cron, timezone, count } = job;
  const deadlines = deadlinesOf(job);
  root.resource(
    CronJobV1,
    {
      ...place,
      notes: [
        ...(place.notes ?? []),
        'Started late it still sets what holds then: it gives up long before the next change.',
      ],
    },
    {
      count,
      metadata: { name, namespace, labels },
      spec: {
        schedule: cron,
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
            template: { metadata: { labels }, spec: podBlock(target, job) },
          },
        },
      },
    },
  );
}

function podBlock({ key, namespace, autoscaler }: JobTarget, { value, image }: FloorJob) {
  const account = `kubernetes_service_account_v1.${addressName([key, 'schedule'])}.metadata[0].name`;
  const patch = JSON.stringify({ spec: { minReplicas: value } });
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
        image,
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
