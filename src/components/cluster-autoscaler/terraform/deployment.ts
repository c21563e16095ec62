import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1/index.js';
import { DeploymentV1 } from '@cdktf/provider-kubernetes/lib/deployment-v1/index.js';
import { PodDisruptionBudgetV1 } from '@cdktf/provider-kubernetes/lib/pod-disruption-budget-v1/index.js';
import type { Frame } from '../../../compiler/frame/frame.ts';
import { formatCpu } from '../../../compiler/quantity/cpu.ts';
import { formatMemory } from '../../../compiler/quantity/memory.ts';
import { addressName } from '../../../terraform/engine/address.ts';
import { expression } from '../../../terraform/engine/expression.ts';
import type { Roots } from '../../../terraform/platform/roots.ts';
import { argumentsOf } from '../arguments.ts';
import type { Groups } from '../groups.ts';
import { homesOf, isSteady } from '../home.ts';
import { PRIORITIES_CONFIG_MAP, prioritiesText } from '../priorities.ts';
import type { ClusterAutoscaler } from '../schema.ts';
import { adoptablePlaceOf, labelsOf, placeOf } from './place.ts';

/** Where it answers about its health and its metrics. */
const PORT = 8085;
/** `nobody`, as in upstream's example; the process writes to no disk. */
const USER = '65534';

/** The pods, the priorities that they read, and how many of them may be away. */
export function addDeployment(
  autoscaler: ClusterAutoscaler,
  { kubernetes }: Roots,
  frame: Frame,
  model: Groups,
): void {
  const { name, namespace, replicas, priorities, expander } = autoscaler;
  const labels = labelsOf(autoscaler);
  const selector = { app: name };
  const hasPriorities = expander === 'priority' && priorities;
  if (hasPriorities) {
    kubernetes.resource(
      ConfigMapV1,
      {
        ...placeOf(),
        at: ['clusterAutoscaler', 'priorities'],
        notes: ['The name is fixed in Cluster Autoscaler, which takes over changes without a restart.'],
      },
      {
        metadata: { name: PRIORITIES_CONFIG_MAP, namespace, labels },
        data: { priorities: prioritiesText(priorities, model) },
      },
    );
  }
  kubernetes.resource(
    DeploymentV1,
    {
      ...adoptablePlaceOf(autoscaler, 'namespace'),
      notes: ['restartedAt: written by "kubectl rollout restart".'],
    },
    {
      metadata: { name, namespace, labels },
      spec: {
        replicas: String(replicas),
        selector: { matchLabels: selector },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '1', maxUnavailable: '0' } },
        template: {
          metadata: {
            labels,
            annotations: {
              'cluster-autoscaler.kubernetes.io/safe-to-evict': String(autoscaler.safeToEvict),
              // Credentials are handed over when a pod is created.
              'elastiform/identity': autoscaler.identity,
              // A reference, so that the ConfigMap is there when the expander starts.
              'elastiform/priorities': hasPriorities ? nameOf('kubernetes_config_map_v1') : undefined,
              'prometheus.io/port': String(PORT),
              'prometheus.io/scrape': 'true',
            },
          },
          spec: podBlock(autoscaler, selector, frame, model),
        },
      },
      timeouts: { create: '10m', update: '10m' },
      lifecycle: {
        ignoreChanges: ['spec[0].template[0].metadata[0].annotations["kubectl.kubernetes.io/restartedAt"]'],
      },
    },
  );
  if (replicas > 1) {
    kubernetes.resource(
      PodDisruptionBudgetV1,
      { ...placeOf(), at: ['clusterAutoscaler', 'replicas'] },
      {
        metadata: { name, namespace, labels },
        spec: { maxUnavailable: '1', selector: { matchLabels: selector } },
      },
    );
  }
}

function nameOf(type: string): string {
  return expression(`${type}.${addressName(placeOf().name)}.metadata[0].name`);
}

function podBlock(
  autoscaler: ClusterAutoscaler,
  matchLabels: Readonly<Record<string, string>>,
  { aws, foundation }: Frame,
  model: Groups,
) {
  const { nodeSelector, tolerations } = autoscaler;
  return {
    serviceAccountName: nameOf('kubernetes_service_account_v1'),
    automountServiceAccountToken: true,
    priorityClassName: 'system-cluster-critical',
    // The resolver of the VPC: without nodes there is no cluster DNS, and then it is needed most.
    dnsPolicy: 'Default',
    nodeSelector: nodeSelector && Object.fromEntries(nodeSelector),
    securityContext: {
      runAsNonRoot: true,
      runAsUser: USER,
      runAsGroup: USER,
      // The token of the OIDC provider is a file of root that this group may read.
      fsGroup: USER,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    container: [containerBlock(autoscaler, aws.region, foundation.cluster)],
    affinity: affinityBlock(autoscaler, model),
    toleration:
      tolerations &&
      [...tolerations].map(([key, { value, effect }]) => ({
        key,
        operator: value === undefined ? 'Exists' : 'Equal',
        value,
        effect,
      })),
    topologySpreadConstraint: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map(
      (topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        // Never DoNotSchedule: a pod that waits would make the others add a node for it.
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: [{ matchLabels }],
      }),
    ),
  };
}

function containerBlock(
  { image, resources, ...autoscaler }: ClusterAutoscaler,
  region: string,
  cluster: string,
) {
  const { requests, limits } = resources;
  const probe = { httpGet: { path: '/health-check', port: String(PORT) }, periodSeconds: 10 };
  return {
    name: 'cluster-autoscaler',
    image,
    command: ['./cluster-autoscaler'],
    args: [...argumentsOf({ image, resources, ...autoscaler }, cluster)],
    // Otherwise it asks the metadata service, which is one hop too far for a pod.
    env: [{ name: 'AWS_REGION', value: region }],
    port: [{ name: 'metrics', containerPort: PORT }],
    resources: {
      requests: { cpu: formatCpu(requests.cpu), memory: formatMemory(requests.memory) },
      limits: { memory: formatMemory(limits.memory) },
    },
    readinessProbe: { ...probe, failureThreshold: 3 },
    // Not healthy: no round of work for ten minutes, or none without an error for a quarter of an hour.
    livenessProbe: { ...probe, initialDelaySeconds: 60, timeoutSeconds: 5, failureThreshold: 3 },
    securityContext: {
      allowPrivilegeEscalation: false,
      privileged: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
  };
}

/**
 * Not on spot instances of node groups, which EKS labels, when others are always there; else rather not. Nodes
 * without the label match as well.
 */
function affinityBlock(autoscaler: ClusterAutoscaler, model: Groups) {
  const notOnSpot = {
    matchExpressions: [{ key: 'eks.amazonaws.com/capacityType', operator: 'NotIn', values: ['SPOT'] }],
  };
  return {
    nodeAffinity: homesOf(autoscaler, model).some(isSteady)
      ? { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerm: [notOnSpot] } }
      : {
          preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, preference: notOnSpot }],
        },
  };
}
