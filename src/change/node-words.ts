import type { Catalog } from '../catalog/catalog.ts';
import { unknownTo } from '../catalog/table.ts';
import type { Model } from '../components/registry.ts';
import { arrow, isLess } from './arrow.ts';
import { type Phrase, phrase } from './phrase.ts';

type ItemOf<M> = M extends ReadonlyMap<string, infer Item> ? Item : never;
type Group = Pick<ItemOf<Model['nodeGroups']> | ItemOf<Model['autoScalingGroups']>, 'size' | 'instanceTypes'>;

/** Nodes, and what they offer when there are most of them; all types of a group are of one shape. */
export function nodeWords(
  before: Group | undefined,
  after: Group | undefined,
  { ec2Types }: Catalog,
): readonly Phrase[] {
  const figuresOf = ({ size, instanceTypes: [type = ''] }: Group) => {
    const isFixed = size.owner === 'terraform';
    const [least, most] = isFixed ? [size.initial, size.initial] : [size.min, size.max];
    const row = ec2Types.rows.get(type);
    return {
      least,
      most,
      range: isFixed ? most : `${least}–${most}`,
      type,
      cores: row && row.vcpu * most,
      gib: row && (row.memoryMib * most) / 1024,
    };
  };
  const old = before ?? after;
  const now = after ?? before;
  if (!old || !now) return [];
  const [was, is] = [figuresOf(old), figuresOf(now)];
  if (before && after && JSON.stringify(was) === JSON.stringify(is)) return [];
  const figures =
    was.cores === undefined || is.cores === undefined
      ? unknownTo(ec2Types, was.cores === undefined ? was.type : is.type)
      : `up to ${arrow(was.cores, is.cores)} vCPU, ${arrow(was.gib, is.gib)} GiB`;
  const isShrinking =
    isLess(was.most, is.most) ||
    isLess(was.least, is.least) ||
    isLess(was.cores, is.cores) ||
    isLess(was.gib, is.gib);
  return [
    phrase(
      `nodes of ${arrow(was.type, is.type)} ${arrow(was.range, is.range)}: ${figures}`,
      tellsOf(now),
      isShrinking,
    ),
  ];
}

/** The first number counts only for Terraform; elsewhere it has a line of its own. */
function tellsOf({ size }: Group): readonly string[] {
  return size.owner === 'terraform' ? ['size.initial'] : ['size.min', 'size.max'];
}
