import { HorizontalPodAutoscalerV2 } from '@cdktf/provider-kubernetes/lib/horizontal-pod-autoscaler-v2/index.js';
import type { Foundation } from '../../../compiler/frame/frame.ts';
import { addressName } from '../../../terraform/engine/address.ts';
import { expression } from '../../../terraform/engine/expression.ts';
import type { Root } from '../../../terraform/engine/root.ts';
import { invariant } from '../../../util/invariant.ts';
import { servingNotes } from '../metric-apis.ts';
import type { Workload } from '../schema.ts';
import type { Autoscaling } from '../schema-autoscaling.ts';
import { behaviorBlock } from './behavior.ts';
import { metricBlocks } from './metric.ts';
import { importIdOf, labelsOf, placeOf } from './place.ts';

/** The autoscaler that the spec asks for, or one that pins the number of pods. */
export function addAutoscaler(root: Root, key: string, workload: Workload, foundation: Foundation): void {
  const { autoscaling } = workload;
  if (autoscaling) addScaling(root, key, workload, autoscaling, foundation);
  else addPin(root, key, workload);
}

function addScaling(
  root: Root,
  key: string,
  workload: Workload,
  autoscaling: Autoscaling,
  foundation: Foundation,
): void {
  const { name, minReplicas, maxReplicas, minReplicasOwner, metrics, behavior, adopt } = autoscaling;
  const isMoved = minReplicasOwner === 'schedule';
  root.resource(
    HorizontalPodAutoscalerV2,
    {
      ...placeOf(key, workload, ['autoscaling']),
      importId: importIdIfAdopted(workload, name, adopt),
      notes: [
        ...(isMoved ? ['min_replicas: initial value only, a schedule owns it afterwards.'] : []),
        ...servingNotes(metrics, foundation),
      ],
    },
    {
      metadata: { name, namespace: workload.namespace, labels: labelsOf(workload) },
      spec: {
        scaleTargetRef: targetOf(key, workload),
        minReplicas,
        maxReplicas,
        metric: metricBlocks(metrics),
        behavior: behavior && behaviorBlock(behavior),
      },
      lifecycle: isMoved ? { ignoreChanges: ['spec[0].min_replicas'] } : undefined,
    },
  );
}

/**
 * Keeps a Deployment of somebody else at a number: an autoscaler goes to its bounds without asking the
 * metrics (k/k horizontal.go, reconcileAutoscaler), and between equal bounds no metric can move anything.
 */
function addPin(root: Root, key: string, workload: Workload): void {
  const { replicas } = workload;
  invariant(replicas !== undefined, 'a workload has replicas or autoscaling');
  const name = `${workload.name}-hpa`;
  root.resource(
    HorizontalPodAutoscalerV2,
    {
      ...placeOf(key, workload, ['replicas']),
      importId: importIdIfAdopted(workload, name, undefined),
      notes: [
        'Equal bounds pin the number of pods of a Deployment that is managed elsewhere.',
        'The metric decides nothing; without one Kubernetes would add its own.',
      ],
    },
    {
      metadata: { name, namespace: workload.namespace, labels: labelsOf(workload) },
      spec: {
        scaleTargetRef: targetOf(key, workload),
        minReplicas: replicas,
        maxReplicas: replicas,
        // An average value needs no requests, so that it works with any pod.
        metric: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '1' } },
          },
        ],
      },
    },
  );
}

/** A reference to a Deployment of ours, so that it comes first; the name of any other. */
function targetOf(key: string, { name, image }: Workload) {
  const reference = `kubernetes_deployment_v1.${addressName([key])}.metadata[0].name`;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: image === undefined ? name : expression(reference),
  };
}

/** The id that the spec gives belongs to the main object: the Deployment, if there is one of ours. */
function importIdIfAdopted(workload: Workload, name: string, own: boolean | undefined): string | undefined {
  const { adopt, image } = workload;
  if (!(own ?? adopt !== undefined)) return undefined;
  return (image === undefined ? adopt?.id : undefined) ?? importIdOf(workload, name);
}
