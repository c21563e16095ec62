import type { NodeVolume } from '../compiler/language/node-fields.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import { amountText, type Bounds, type CostItem } from './item.ts';
import { type Pricing, priceItem, times, withoutPrice } from './price-item.ts';

/** What every gp3 volume of EBS has without extra charge. @source EBS pricing page, gp3: 3,000 IOPS, 125 MB/s */
const FREE_IOPS = 3000;
const FREE_THROUGHPUT_MIB = 125;

interface Volumes {
  readonly path: SpecPath;
  readonly nodes: Bounds;
  /** What the numbers of nodes were made from. */
  readonly counted: readonly SpecPath[];
  readonly volume: NodeVolume | undefined;
  /** In GiB, where EKS makes the volume. */
  readonly chosenVolume: number;
}

/** The root volumes of a group: as many as there are nodes. EBS bills a GiB as a GB. */
export function volumeItems(
  { path, nodes, counted, volume, chosenVolume }: Volumes,
  pricing: Pricing,
): CostItem[] {
  const at = [...path, ...(path[0] === 'nodeGroups' ? ['launchTemplate', 'volume'] : ['volume'])];
  const item = (what: string, unit: string, each: number) => ({
    path,
    what: `root volumes, ${what}`,
    unit,
    quantity: times(nodes, each),
    counted: `${amountText(nodes.expected)} ${nodes.expected === 1 ? 'node' : 'nodes'} × ${amountText(each)} ${unit}`,
    inputs: [at, ...counted],
  });
  if (!volume)
    return [
      withoutPrice(
        {
          ...item('made by EKS', 'GB', chosenVolume),
          inputs: [[...path, 'diskSize'], ...counted],
        },
        'EKS chooses the type of the volume of a group without a launch template',
      ),
    ];
  const { type, size, iops = FREE_IOPS, throughput = FREE_THROUGHPUT_MIB } = volume;
  const extra = { iops: iops - FREE_IOPS, throughput: throughput - FREE_THROUGHPUT_MIB };
  return [
    priceItem(item(type, 'GB', size), 'ebs', `${type}-storage`, pricing),
    ...(type === 'gp3' && extra.iops > 0
      ? [priceItem(item('IOPS above 3,000', 'IOPS', extra.iops), 'ebs', 'gp3-iops', pricing)]
      : []),
    ...(type === 'gp3' && extra.throughput > 0
      ? [
          priceItem(
            item('throughput above 125 MiB/s', 'MiB/s', extra.throughput),
            'ebs',
            'gp3-throughput',
            pricing,
          ),
        ]
      : []),
  ];
}
