import type {
  AutoscalingOptions,
  NodeSize,
  NodeTaints,
  NodeVolume,
} from '../../compiler/language/node-fields.ts';

/** What the two kinds of groups of nodes have in common, for the rules that hold for both. */
export interface NodePool {
  readonly name: string;
  readonly previousName: string | undefined;
  readonly instanceTypes: readonly string[];
  readonly capacity: 'on-demand' | 'spot';
  readonly size: NodeSize;
  readonly labels: ReadonlyMap<string, string>;
  readonly taints: NodeTaints;
  readonly autoscalingOptions: AutoscalingOptions;
  /** Self-managed groups have the volume here, managed ones in their launch template, if they have one. */
  readonly volume?: NodeVolume;
  readonly launchTemplate?: { readonly volume: NodeVolume } | undefined;
  /** Of managed groups only; what self-managed ones run is an image of Amazon Linux 2023 for EKS. */
  readonly amiType?: string;
  /** In GiB, of managed groups without a launch template. */
  readonly diskSize?: number | undefined;
  /** Of self-managed groups only: how many of the nodes are spot instances whatever `capacity` says. */
  readonly mixedInstances?: { readonly onDemandPercentageAboveBaseCapacity: number };
  /** Of self-managed groups only; the kubelet takes it instead of what the network interfaces can address. */
  readonly maxPods?: number | undefined;
}

export type NodePools = ReadonlyMap<string, NodePool>;

/** The volume with its path inside the item. */
export function volumeOf(
  pool: NodePool,
): { readonly volume: NodeVolume; readonly path: readonly string[] } | undefined {
  if (pool.volume) return { volume: pool.volume, path: ['volume'] };
  if (pool.launchTemplate) return { volume: pool.launchTemplate.volume, path: ['launchTemplate', 'volume'] };
  return undefined;
}

/** Whether some of the nodes may be spot instances. */
export function hasSpot({ capacity, mixedInstances }: NodePool): boolean {
  return mixedInstances ? mixedInstances.onDemandPercentageAboveBaseCapacity < 100 : capacity === 'spot';
}

/** One of the two kinds, so that a rule can speak of it and show examples of it. */
export interface NodeKind {
  readonly key: 'autoScalingGroups' | 'nodeGroups';
  /** The first part of the codes of its rules. */
  readonly theme: 'auto-scaling-groups' | 'node-groups';
}

export interface ExampleItem {
  readonly name?: string;
  readonly instanceTypes?: string;
  readonly size?: string;
  /** In YAML's flow style. */
  readonly volume?: string;
  readonly more?: string;
}

/** Groups that are right in everything but what the rule is about, in YAML. */
export function example({ key }: NodeKind, ...items: readonly ExampleItem[]): string {
  return `${key}: {${items.map((item) => itemExample(key, item)).join(', ')}}`;
}

function itemExample(key: NodeKind['key'], item: ExampleItem): string {
  const { name = 'workers', instanceTypes = '[m6i.large]', size = '{min: 2, max: 6}', volume, more } = item;
  const isManaged = key === 'nodeGroups';
  const keys = [
    ...(isManaged ? [] : ['ami: ami-0123456789abcdef0']),
    `instanceTypes: ${instanceTypes}`,
    `size: ${size}`,
    ...(volume === undefined
      ? []
      : [isManaged ? `launchTemplate: {volume: ${volume}}` : `volume: ${volume}`]),
    ...(more === undefined ? [] : [more]),
  ];
  return `${name}: {${keys.join(', ')}}`;
}
