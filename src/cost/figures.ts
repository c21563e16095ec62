import type { SpecPath } from '../compiler/spec-path.ts';
import { formatPath, pathKey } from '../compiler/spec-path.ts';
import { distinctPaths } from '../projection/distinct-paths.ts';
import type { Estimate } from './estimate.ts';
import { BOUNDS, type Bound, type CostItem } from './item.ts';
import { type MicroUsd, usdText } from './money.ts';

/** What a thing of the spec, or all of them, cost in a month. */
export interface CostFigure {
  readonly bound: Bound;
  /** Sum of those of the items that have a price. */
  readonly amount: MicroUsd;
  /** `1,312.54 + 46.00 = 1,358.54 USD` */
  readonly formula: string;
  /** In the order of the estimate; the sum of everything has none, for each has a figure of its own. */
  readonly items: readonly CostItem[];
  readonly withoutPrice: number;
  /** How pods and nodes were counted, where nodes are among the items and as they are expected. */
  readonly because: readonly string[];
  readonly inputs: readonly SpecPath[];
}

/**
 * Every sum of an estimate by its id: `cost.<path>.<min|expected|max>` of a thing of the spec, replicas beside their
 * primary, and `cost.<min|expected|max>` of all.
 */
export function costFiguresOf({
  items,
  because,
}: Pick<Estimate, 'items' | 'because'>): ReadonlyMap<string, CostFigure> {
  const byPath = new Map<string, CostItem[]>();
  for (const item of items) byPath.set(pathKey(item.path), [...(byPath.get(pathKey(item.path)) ?? []), item]);
  const figures = new Map<string, CostFigure>();
  for (const own of byPath.values())
    for (const bound of BOUNDS)
      figures.set(`cost.${formatPath(own[0]!.path)}.${bound}`, {
        ...sumOf([own], bound),
        items: own,
        because: bound === 'expected' && isOfNodes(own[0]!) ? because : [],
        inputs: distinctPaths(own.flatMap(({ inputs }) => inputs)),
      });
  for (const bound of BOUNDS)
    figures.set(`cost.${bound}`, {
      ...sumOf([...byPath.values()], bound),
      items: [],
      because: [],
      inputs: distinctPaths(items.flatMap(({ inputs }) => inputs)),
    });
  return figures;
}

function isOfNodes({ path }: CostItem): boolean {
  return path[0] === 'autoScalingGroups' || path[0] === 'nodeGroups';
}

/** @param groups each of which is one summand, or one for each of its items where it is the only group */
function sumOf(groups: readonly (readonly CostItem[])[], bound: Bound) {
  const costOf = (item: CostItem) => item.amount?.[bound] ?? 0;
  const items = groups.flat();
  const amount = items.reduce((sum, item) => sum + costOf(item), 0);
  const priced = (groups.length === 1 ? items.map((item) => [item]) : groups).filter((group) =>
    group.some((item) => item.amount),
  );
  const parts = priced.map((group) => usdText(group.reduce((sum, item) => sum + costOf(item), 0)));
  const formula = `${parts.length > 1 ? `${parts.join(' + ')} = ` : ''}${usdText(amount)} USD`;
  return { bound, amount, formula, withoutPrice: items.filter((item) => !item.amount).length };
}
