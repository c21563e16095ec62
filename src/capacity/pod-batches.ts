import { tolerates } from '../catalog/kubernetes/tolerations.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import type { NodePool } from './node-pools.ts';
import type { Batch, Shape } from './pack.ts';

/** The pods of a workload at one end of its scale. */
export interface PodBatch extends Batch {
  readonly path: SpecPath;
  /** Where the number of pods is said. */
  readonly countPath: SpecPath;
}

/** `largest`: as many pods as autoscaling may want. `smallest`: what is left at the quietest time. */
export type Scale = 'largest' | 'smallest';

/**
 * The pods of every workload whose requests are known. Whoever asks for nothing fits anywhere, and where somebody
 * else manages the Deployment and the spec says no requests, nothing can be said.
 */
export function podBatches(model: Model, pools: readonly NodePool[], scale: Scale): readonly PodBatch[] {
  return [...model.workloads].flatMap(([key, workload]) => {
    const { cpu, memory } = workload.resources.requests;
    if (cpu === undefined && memory === undefined) return [];
    const path = ['workloads', key];
    return [
      {
        name: key,
        path,
        ...numberOf(model, key, workload, scale),
        each: { cpuMillicores: cpu ?? 0, memoryMib: Math.ceil((memory ?? 0) / MIB), pods: 1 } satisfies Shape,
        pools: pools.filter((pool) => mayRunOn(workload, pool)).map(({ name }) => name),
      },
    ];
  });
}

const MIB = 2 ** 20;

type Workload = Model['workloads'] extends ReadonlyMap<string, infer W> ? W : never;

function numberOf(
  { schedules }: Model,
  key: string,
  { autoscaling, replicas }: Workload,
  scale: Scale,
): { readonly count: number; readonly countPath: SpecPath } {
  if (!autoscaling) return { count: replicas ?? 0, countPath: ['workloads', key, 'replicas'] };
  const path = (name: string) => ['workloads', key, 'autoscaling', name];
  if (scale === 'largest') return { count: autoscaling.maxReplicas, countPath: path('maxReplicas') };
  const floors = [...schedules.values()].flatMap(({ floors: all }) => all.get(`workloads.${key}`) ?? []);
  return { count: Math.min(autoscaling.minReplicas, ...floors), countPath: path('minReplicas') };
}

/** Where the Deployment is somebody else's, its selectors and tolerations are unknown, and any node may do. */
function mayRunOn({ image, placement, nodeSelector, tolerations }: Workload, pool: NodePool): boolean {
  if (placement?.mode === 'required') return placement.groups.includes(pool.name);
  if (image === undefined) return true;
  // Labels that Kubernetes or AWS put on nodes are not in the spec, and are taken to match.
  const isSelected = [...(nodeSelector ?? [])].every(
    ([label, value]) => label.includes('/') || pool.labels.get(label) === value,
  );
  return isSelected && (isNamed(placement, pool) || tolerates(tolerations, pool.taints));
}

/** The taints of the groups that a placement names are tolerated. */
function isNamed(placement: Workload['placement'], pool: NodePool): boolean {
  return placement?.groups.includes(pool.name) ?? false;
}
