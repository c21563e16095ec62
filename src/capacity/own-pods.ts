import { homesOf, isSteady } from '../components/cluster-autoscaler/home.ts';
import type { Model } from '../components/registry.ts';
import { MIB, type Shape } from './first-fit.ts';
import type { PodGroup } from './pod-groups.ts';

/**
 * The pods that elastiform adds to the cluster: those of connection poolers and of Cluster Autoscaler. The jobs of
 * schedules are left out: each asks for 10m of CPU, for seconds.
 */
export function ownPods(model: Model): readonly PodGroup[] {
  return [
    ...[...model.databases].flatMap(([key, database]) => poolerPods(key, database.connectionPooler) ?? []),
    ...autoscalerPods(model),
  ];
}

type Database = Model['databases'] extends ReadonlyMap<string, infer Item> ? Item : never;

function poolerPods(key: string, pooler: Database['connectionPooler']): PodGroup | undefined {
  if (!pooler) return undefined;
  const path = ['databases', key, 'connectionPooler'];
  const count = { count: pooler.replicas, path: [...path, 'replicas'] };
  const { cpu, memory } = pooler.resources.requests;
  const beside = pooler.serverCredentials === 'rds-managed' ? USER_LIST : NOTHING;
  return {
    name: `databases.${key}.connectionPooler`,
    path,
    each: {
      cpuMillicores: cpu + beside.cpuMillicores,
      memoryMib: Math.ceil(memory / MIB) + beside.memoryMib,
      pods: 1,
    },
    least: count,
    most: count,
    demands: { nodeSelector: pooler.nodeSelector },
    isEven: false,
    rollsBySurge: true,
  };
}

const NOTHING = { cpuMillicores: 0, memoryMib: 0 };
/** The container beside PgBouncer that keeps its user list as RDS has it; a test compares it with the pod. */
const USER_LIST: Pick<Shape, 'cpuMillicores' | 'memoryMib'> = { cpuMillicores: 20, memoryMib: 128 };

/** Its rollout is never in want of room: with priority system-cluster-critical, it takes that of others. */
function autoscalerPods(model: Model): readonly PodGroup[] {
  const { clusterAutoscaler } = model;
  if (clusterAutoscaler?.managedBy !== 'elastiform') return [];
  const homes = homesOf(clusterAutoscaler, model);
  // That it has nowhere to be is what cluster-autoscaler/no-home says.
  if (homes.length === 0) return [];
  const { replicas, resources, nodeSelector, tolerations } = clusterAutoscaler;
  const count = { count: replicas, path: ['clusterAutoscaler', 'replicas'] };
  return [
    {
      name: 'clusterAutoscaler',
      path: ['clusterAutoscaler'],
      each: {
        cpuMillicores: resources.requests.cpu,
        memoryMib: Math.ceil(resources.requests.memory / MIB),
        pods: 1,
      },
      least: count,
      most: count,
      demands: { nodeSelector, tolerations, avoidsManagedSpot: homes.some(isSteady) },
      isEven: false,
      rollsBySurge: false,
    },
  ];
}
