import type { Catalog } from '../catalog/catalog.ts';
import { allocatableOf } from '../catalog/ec2/allocatable.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import type { Shape } from './pack.ts';

/** A group of nodes of the spec, as the scheduler sees it. */
export interface NodePool {
  readonly path: SpecPath;
  /** `nodeGroups.spot-nodes` */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly labels: ReadonlyMap<string, string>;
  readonly taints: ReadonlyMap<string, { readonly value?: string | undefined; readonly effect: string }>;
  /** The smallest of its instance types; undefined when the catalog knows none of them. */
  readonly node: { readonly instanceType: string; readonly each: Shape } | undefined;
}

/** All groups of nodes, sorted by name. What a node offers is its allocatable less the DaemonSets. */
export function nodePools(model: Model, catalog: Catalog): readonly NodePool[] {
  const { daemonSets } = model.foundation;
  const reserve: Shape = {
    cpuMillicores: daemonSets.cpu,
    memoryMib: Math.ceil(daemonSets.memory / MIB),
    pods: daemonSets.pods,
  };
  return (['autoScalingGroups', 'nodeGroups'] as const).flatMap((kind) =>
    [...model[kind]].map(([key, group]) => ({
      path: [kind, key],
      name: `${kind}.${key}`,
      min: group.size.min,
      max: group.size.max,
      labels: group.labels,
      taints: group.taints,
      node: smallest(group.instanceTypes, reserve, catalog),
    })),
  );
}

const MIB = 2 ** 20;

/** Cluster Autoscaler and AWS may choose any of the types, so that only the smallest can be counted on. */
function smallest(instanceTypes: readonly string[], reserve: Shape, { ec2Types }: Catalog): NodePool['node'] {
  let least: NodePool['node'];
  for (const instanceType of instanceTypes) {
    const known = ec2Types.rows.get(instanceType);
    if (!known) continue;
    const { cpuMillicores, memoryMib, pods } = allocatableOf(known);
    const each = {
      cpuMillicores: cpuMillicores - reserve.cpuMillicores,
      memoryMib: memoryMib - reserve.memoryMib,
      pods: pods - reserve.pods,
    };
    if (!least || isSmaller(each, least.each)) least = { instanceType, each };
  }
  return least;
}

function isSmaller(a: Shape, b: Shape): boolean {
  return (a.cpuMillicores - b.cpuMillicores || a.memoryMib - b.memoryMib || a.pods - b.pods) < 0;
}
