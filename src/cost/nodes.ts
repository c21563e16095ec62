import type { NodeVolume } from '../compiler/language/node-fields.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import type { Bounds, CostItem } from './item.ts';
import type { MicroUsd } from './money.ts';
import { countsOf, countText } from './node-counts.ts';
import { missing, type Pricing, withoutPrice, withPrices } from './price-item.ts';
import { findPrice, type Price } from './prices/price-table.ts';
import { volumeItems } from './volumes.ts';
import type { Range, Stretch, WeeklyNodes } from './weekly-nodes.ts';

/** A group of nodes, whoever manages it, as far as it costs something. */
interface Group {
  readonly path: SpecPath;
  readonly instanceTypes: readonly string[];
  readonly range: Range;
  readonly week: readonly Stretch[];
  /** What the numbers of nodes were made from. */
  readonly counted: readonly SpecPath[];
  /** How many of some nodes are on-demand; the others are spot. */
  onDemandOf(nodes: number): number;
  /** Undefined where EKS chooses the type of the volume. */
  readonly volume: NodeVolume | undefined;
  /** In GiB, with the volume of the type that EKS chooses. */
  readonly chosenVolume: number;
  /** What tells which of the nodes are spot. */
  readonly capacity: readonly SpecPath[];
}

/** Instances and root volumes of all groups of nodes. */
export function nodeItems(model: Model, weekly: WeeklyNodes, pricing: Pricing): readonly CostItem[] {
  const { spotDiscount } = model.policy.cost;
  return groupsOf(model, weekly).flatMap((group) => [
    ...instanceItems(group, spotDiscount, pricing),
    ...volumeItems({ ...group, nodes: countsOf(group, (nodes) => nodes) }, pricing),
  ]);
}

function groupsOf({ autoScalingGroups, nodeGroups }: Model, weekly: WeeklyNodes): readonly Group[] {
  const common = (kind: string, key: string) => ({
    path: [kind, key],
    range: weekly.rangeOf.get(`${kind}.${key}`)!,
    week: weekly.byGroup.get(`${kind}.${key}`)!,
    counted: [[kind, key, 'size'], ...(weekly.inputsOf.get(`${kind}.${key}`) ?? [])],
  });
  return [
    ...[...autoScalingGroups].map(([key, { instanceTypes, mixedInstances, volume }]): Group => {
      const { onDemandBaseCapacity: base, onDemandPercentageAboveBaseCapacity: percent } = mixedInstances;
      return {
        ...common('autoScalingGroups', key),
        instanceTypes,
        // unverified: that Auto Scaling rounds the share that is on-demand up. The dearer of the two is counted.
        onDemandOf: (nodes) => Math.min(nodes, base) + Math.ceil((Math.max(0, nodes - base) * percent) / 100),
        volume,
        chosenVolume: 0,
        capacity: [
          ['autoScalingGroups', key, 'capacity'],
          ['autoScalingGroups', key, 'mixedInstances'],
        ],
      };
    }),
    ...[...nodeGroups].map(
      ([key, { instanceTypes, capacity, launchTemplate, diskSize }]): Group => ({
        ...common('nodeGroups', key),
        instanceTypes,
        onDemandOf: (nodes) => (capacity === 'spot' ? 0 : nodes),
        volume: launchTemplate ? launchTemplate.volume : undefined,
        chosenVolume: diskSize ?? EKS_DISK_GIB,
        capacity: [['nodeGroups', key, 'capacity']],
      }),
    ),
  ];
}

/** @source EKS user guide and `diskSize` of the language: what a group without a launch template gets */
const EKS_DISK_GIB = 20;

function instanceItems(group: Group, spotDiscount: number, pricing: Pricing): readonly CostItem[] {
  const shares = [
    { name: 'on demand', of: group.onDemandOf, discount: 0 },
    { name: 'spot', of: (nodes: number) => nodes - group.onDemandOf(nodes), discount: spotDiscount },
  ];
  return shares.flatMap(({ name, of, discount }) => {
    const quantity = countsOf(group, of);
    // A share that no node ever has is no line.
    if (quantity.max === 0) return [];
    return [instanceItem(group, { name, of, discount, quantity }, pricing)];
  });
}

interface Share {
  readonly name: string;
  of(nodes: number): number;
  /** Percent. */
  readonly discount: number;
  readonly quantity: Bounds;
}

function instanceItem(
  { path, instanceTypes, range, week, onDemandOf, capacity, counted: nodeInputs }: Group,
  { name, of, discount, quantity }: Share,
  pricing: Pricing,
): CostItem {
  const known = instanceTypes.flatMap((type) => findPrice(pricing.prices, pricing.region, 'ec2', type) ?? []);
  const unknown = instanceTypes.filter((type) => !findPrice(pricing.prices, pricing.region, 'ec2', type));
  const [first] = known;
  const counted = countText(week, of);
  const item = {
    path,
    what: `${instanceTypes.length === 1 ? instanceTypes[0] : `${instanceTypes.length} instance types`} ${name}`,
    unit: name === 'spot' ? 'spot node' : 'node',
    quantity,
    counted: counted.text,
    inputs: [
      [...path, 'instanceTypes'],
      ...(onDemandOf(range.most) === range.most ? [] : capacity),
      ...(discount > 0 ? [['policy', 'cost', 'spotDiscount']] : []),
      ...nodeInputs,
    ],
  };
  if (!first) return withoutPrice(item, missing(unknown.join(', '), 'ec2', pricing));
  const prices = known.map(({ usd }) => discounted(usd, discount));
  const mean = Math.round(prices.reduce((sum, usd) => sum + usd, 0) / prices.length);
  const of3: Bounds = { min: Math.min(...prices), expected: mean, max: Math.max(...prices) };
  const because = [
    ...counted.because,
    ...(discount > 0 ? [`spot is counted ${discount}% below on demand (policy.cost.spotDiscount)`] : []),
    ...(known.length > 1
      ? ['min counts the cheapest of the types, max the dearest, expected their mean']
      : []),
    ...(unknown.length > 0 ? [`no price of ${unknown.join(', ')}: the mean is that of the others`] : []),
  ];
  return withPrices({ ...item, because }, { ...worst(known, first), usd: mean }, (bound) => ({
    usd: of3[bound],
  }));
}

/** Of several prices the source of the one that is believed least. */
function worst(prices: readonly Price[], first: Price): Price {
  return prices.find(({ trust }) => trust === 'C') ?? first;
}

function discounted(usd: MicroUsd, percent: number): MicroUsd {
  return Math.round((usd * (100 - percent)) / 100);
}
