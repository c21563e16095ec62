import type { Catalog } from '../catalog/catalog.ts';
import { allocatableOf } from '../catalog/ec2/allocatable.ts';
import type { Foundation } from '../compiler/frame/frame.ts';
import type { NodeSize } from '../compiler/language/node-fields.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { oncePer } from '../util/once-per.ts';
import { MIB, type Shape } from './first-fit.ts';

/** A number of pods or nodes, and where the spec says it. */
export interface Count {
  readonly count: number;
  readonly path: SpecPath;
}

export interface NodeShape {
  readonly instanceType: string;
  /** Whether the catalog does not know others of the group, which ought to be of the same shape. */
  readonly isAmongUnknown: boolean;
  readonly each: Shape;
}

/** A group of nodes of the spec, as the scheduler sees it. */
export interface NodePool {
  readonly path: SpecPath;
  /** `nodeGroups.spot-nodes` */
  readonly name: string;
  readonly kind: 'autoScalingGroups' | 'nodeGroups';
  readonly capacity: 'on-demand' | 'spot';
  readonly least: Count;
  readonly most: Count;
  readonly instanceTypes: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly taints: ReadonlyMap<string, { readonly value?: string | undefined; readonly effect: string }>;
  /** The smallest of its instance types that the catalog knows; undefined when it knows none of them. */
  readonly node: NodeShape | undefined;
}

/** All groups of nodes, sorted by name. What a node offers is its allocatable less the DaemonSets. */
export function nodePools(model: Model, catalog: Catalog): readonly NodePool[] {
  return pools(catalog)(model);
}

const pools = oncePer((catalog: Catalog) =>
  oncePer((model: Model): readonly NodePool[] => {
    const reserve = reserveOf(model.foundation);
    return [
      ...[...model.autoScalingGroups].map(([key, group]) => ({
        ...poolOf('autoScalingGroups', key, group),
        node: smallest(group.instanceTypes, reserve, catalog, group.maxPods),
      })),
      ...[...model.nodeGroups].map(([key, group]) => ({
        ...poolOf('nodeGroups', key, group),
        node: smallest(group.instanceTypes, reserve, catalog),
      })),
    ];
  }),
);

type Group = Pick<NodePool, 'capacity' | 'instanceTypes' | 'labels' | 'taints'> & { readonly size: NodeSize };

/** Where Terraform owns the number nobody moves it: there are `initial` nodes, never more and never fewer. */
function poolOf(
  kind: NodePool['kind'],
  key: string,
  { capacity, instanceTypes, labels, taints, size }: Group,
): Omit<NodePool, 'node'> {
  const path = [kind, key];
  const count = (name: 'min' | 'max' | 'initial') => ({ count: size[name], path: [...path, 'size', name] });
  const isFixed = size.owner === 'terraform';
  return {
    path,
    name: `${kind}.${key}`,
    kind,
    capacity,
    instanceTypes,
    labels,
    taints,
    least: count(isFixed ? 'initial' : 'min'),
    most: count(isFixed ? 'initial' : 'max'),
  };
}

function reserveOf({ daemonSets: { cpu, memory, pods } }: Foundation): Shape {
  return { cpuMillicores: cpu, memoryMib: Math.ceil(memory / MIB), pods };
}

/**
 * Cluster Autoscaler and AWS may choose any of the types, so that only the smallest can be counted on.
 *
 * @param maxPods of the kubelet; what it keeps for itself goes by the instance type all the same
 * @source awslabs/amazon-eks-ami@0137549, nodeadm/internal/kubelet/config.go: kubeReserved from the pods of the type, the
 *   config of the user merged over it (read 2026-11-27)
 */
function smallest(
  instanceTypes: readonly string[],
  reserve: Shape,
  { ec2Types }: Catalog,
  maxPods?: number,
): NodeShape | undefined {
  const isAmongUnknown = !instanceTypes.every((type) => ec2Types.rows.has(type));
  let least: NodeShape | undefined;
  for (const instanceType of instanceTypes) {
    const known = ec2Types.rows.get(instanceType);
    if (!known) continue;
    const { cpuMillicores, memoryMib, pods } = allocatableOf(known);
    const each = {
      cpuMillicores: cpuMillicores - reserve.cpuMillicores,
      memoryMib: memoryMib - reserve.memoryMib,
      pods: (maxPods ?? pods) - reserve.pods,
    };
    if (!least || isSmaller(each, least.each)) least = { instanceType, isAmongUnknown, each };
  }
  return least;
}

function isSmaller(a: Shape, b: Shape): boolean {
  return (a.cpuMillicores - b.cpuMillicores || a.memoryMib - b.memoryMib || a.pods - b.pods) < 0;
}
