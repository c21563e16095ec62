import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { oncePer } from '../util/once-per.ts';
import { MIB, type Shape } from './first-fit.ts';
import type { Count, NodePool } from './node-pools.ts';
import { type NodeDemands, obstacleOf } from './obstacle.ts';
import { ownPods } from './own-pods.ts';

/** Pods that are all alike, before it is said how many of them there are. */
export interface PodGroup {
  /** As sentences and schedules say it: `workloads.api`, `the pooler of postgres`. */
  readonly name: string;
  readonly path: SpecPath;
  readonly each: Shape;
  readonly least: Count;
  readonly most: Count;
  readonly demands: NodeDemands;
  readonly isEven: boolean;
  /** Whether a new version needs room for one more pod before an old one goes. */
  readonly rollsBySurge: boolean;
}

/**
 * The pods of every workload whose requests are known, and those that elastiform adds itself. Where somebody else
 * manages the Deployment and the spec says no requests, nothing can be said.
 */
export const podGroups = oncePer((model: Model): readonly PodGroup[] => [
  ...[...model.workloads].flatMap(([key, workload]) => workloadPods(key, workload) ?? []),
  ...ownPods(model),
]);

/** Names of the groups of nodes on which the pods may run, in the order of the groups. */
export function poolsFor({ demands }: PodGroup, pools: readonly NodePool[]): readonly string[] {
  return pools.filter((pool) => !obstacleOf(demands, pool)).map(({ name }) => name);
}

type Workload = Model['workloads'] extends ReadonlyMap<string, infer Item> ? Item : never;

function workloadPods(key: string, workload: Workload): PodGroup | undefined {
  const { autoscaling, replicas, image, spread, rollout, resources } = workload;
  // Where there is a limit and no request, Kubernetes takes the limit for the request (kubernetes.io, "Resource
  // Management for Pods and Containers", read 2026-11-27).
  const { cpu = resources.limits.cpu, memory = resources.limits.memory } = resources.requests;
  if (image === undefined && cpu === undefined && memory === undefined) return undefined;
  const path = ['workloads', key];
  const fixed = { count: replicas ?? 0, path: [...path, 'replicas'] };
  const bound = (name: 'minReplicas' | 'maxReplicas') =>
    autoscaling ? { count: autoscaling[name], path: [...path, 'autoscaling', name] } : fixed;
  const most = bound('maxReplicas');
  return {
    name: `workloads.${key}`,
    path,
    each: { cpuMillicores: cpu ?? 0, memoryMib: Math.ceil((memory ?? 0) / MIB), pods: 1 },
    least: bound('minReplicas'),
    most,
    demands: demandsOf(workload),
    isEven: image !== undefined && spread.hosts === 'DoNotSchedule',
    rollsBySurge: image !== undefined && rollsBySurge(rollout, most.count),
  };
}

/** Where the Deployment is somebody else's, its selectors and tolerations are unknown, and any node may do. */
function demandsOf({ image, placement, nodeSelector, tolerations }: Workload): NodeDemands {
  if (placement?.mode === 'required')
    return { groups: placement.groups, isRequired: true, nodeSelector, tolerations };
  if (image === undefined) return { isUnknown: true };
  return { groups: placement?.groups, nodeSelector, tolerations };
}

/**
 * Whether a rollout has to start a pod before it may take one away. Kubernetes rounds maxUnavailable down and maxSurge
 * up, and takes one away after all when nothing is left of both.
 *
 * @source kubernetes/kubernetes, ResolveFenceposts of the deployment controller, in a public copy (read 2026-11-27)
 */
function rollsBySurge({ maxSurge, maxUnavailable }: Workload['rollout'], pods: number): boolean {
  const { unit, amount } = maxUnavailable;
  const unavailable = unit === 'pods' ? amount : Math.floor((pods * amount) / 100);
  return maxSurge.amount > 0 && unavailable === 0;
}
