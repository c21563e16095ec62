import { DeploymentV1 } from '@cdktf/provider-kubernetes/lib/deployment-v1/index.js';
import { formatPodsOrShare } from '../../../compiler/quantity/pods-or-share.ts';
import type { Root } from '../../../terraform/engine/root.ts';
import { compareText } from '../../../util/compare.ts';
import type { Model } from '../../registry.ts';
import type { Workload } from '../schema.ts';
import { containerBlock } from './container.ts';
import { databaseConfigOf } from './database-config.ts';
import { importIdOf, labelsOf, placeOf } from './place.ts';
import { placementBlocks, spreadBlocks } from './placement.ts';

/** A Deployment of one container. */
export function addDeployment(
  root: Root,
  key: string,
  workload: Workload,
  image: string,
  model: Model,
): void {
  const { name, namespace, autoscaling, replicas, rollout, adopt, podSelector } = workload;
  const selector = podSelector ? Object.fromEntries(podSelector) : { app: name };
  const labels = labelsOf(workload);
  const ignored = fieldsOfOthers(workload);
  const databaseConfig = databaseConfigOf(key, workload);
  root.resource(
    DeploymentV1,
    {
      ...placeOf(key, workload),
      importId: adopt ? (adopt.id ?? importIdOf(workload, name)) : undefined,
      notes: ignored.map(({ note }) => note),
    },
    {
      metadata: { name, namespace, labels },
      spec: {
        replicas: autoscaling || replicas === undefined ? undefined : String(replicas),
        selector: { matchLabels: selector },
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: {
            maxSurge: formatPodsOrShare(rollout.maxSurge),
            maxUnavailable: formatPodsOrShare(rollout.maxUnavailable),
          },
        },
        template: {
          metadata: {
            labels: sortedByKey({ ...labels, ...selector }),
            // Environment variables are read once: other settings of the database are other pods.
            annotations: databaseConfig && { 'elastiform/database': databaseConfig.checksum },
          },
          spec: podBlock(workload, image, selector, model, databaseConfig?.name),
        },
      },
      // A rolling update of many pods waits for nodes, for start-ups and for the old pods to end.
      timeouts: { create: '20m', update: '20m' },
      lifecycle: { ignoreChanges: ignored.map(({ field }) => field) },
    },
  );
}

function podBlock(
  workload: Workload,
  image: string,
  matchLabels: Readonly<Record<string, string>>,
  model: Model,
  databaseConfig: string | undefined,
) {
  const { serviceAccount, terminationGracePeriod, nodeSelector } = workload;
  const { affinity, toleration } = placementBlocks(workload, model);
  return {
    serviceAccountName: serviceAccount,
    // Pods that are not given an account have no business with the API. IAM roles for service accounts and
    // EKS Pod Identity bring tokens of their own.
    automountServiceAccountToken: serviceAccount !== undefined,
    terminationGracePeriodSeconds: terminationGracePeriod,
    nodeSelector: nodeSelector && Object.fromEntries(nodeSelector),
    securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
    container: [containerBlock(workload, image, databaseConfig)],
    affinity,
    toleration,
    topologySpreadConstraint: spreadBlocks(workload.spread, matchLabels),
  };
}

function sortedByKey(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => compareText(a, b)));
}

interface ForeignField {
  /** As `ignore_changes` wants it. */
  readonly field: string;
  /** For the reader of the file. */
  readonly note: string;
}

/** Exactly the fields that something else moves after the first apply. */
function fieldsOfOthers({ autoscaling, imageOwner }: Workload): ForeignField[] {
  const fields: ForeignField[] = [];
  if (autoscaling) {
    fields.push({
      field: 'spec[0].replicas',
      note: 'replicas: left out, the HorizontalPodAutoscaler owns it.',
    });
  }
  if (imageOwner === 'pipeline') {
    fields.push({
      field: 'spec[0].template[0].spec[0].container[0].image',
      note: 'image: initial value only, the pipeline owns it afterwards.',
    });
  }
  fields.push({
    field: 'spec[0].template[0].metadata[0].annotations["kubectl.kubernetes.io/restartedAt"]',
    note: 'restartedAt: written by "kubectl rollout restart".',
  });
  return fields;
}
