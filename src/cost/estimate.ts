import type { Catalog } from '../catalog/catalog.ts';
import type { Model } from '../components/registry.ts';
import { cacheItems } from './caches.ts';
import { databaseItems } from './databases.ts';
import { type Bounds, type CostItem, eachBound } from './item.ts';
import { type Monitored, monitoringItems } from './monitoring.ts';
import { nodeItems } from './nodes.ts';
import { notesOf } from './notes.ts';
import type { PriceTable } from './prices/price-table.ts';
import { weeklyNodes } from './weekly-nodes.ts';

/** What a month of an environment costs, as far as its spec and the prices tell. */
export interface Estimate {
  readonly environment: string;
  readonly region: string;
  /** Groups of nodes, databases, caches, alarms; each in the order of the spec. */
  readonly items: readonly CostItem[];
  /** Millionths of a dollar: sums of exact amounts, rounded only where they are printed. */
  readonly totals: Bounds;
  /** Those of the items that have no price and are in no sum. */
  readonly unknown: readonly CostItem[];
  /** How pods and nodes were counted. */
  readonly because: readonly string[];
  /** What is not in the sums, and what somebody should know about them. */
  readonly notes: readonly string[];
}

/**
 * Offline, and the same for the same spec and prices.
 *
 * @param monitored the alarms; left out where nobody has made the Terraform that tells how many there are
 */
export function estimateCost(
  model: Model,
  catalog: Catalog,
  prices: PriceTable,
  monitored?: Monitored,
): Estimate {
  const pricing = { prices, region: model.aws.region };
  const weekly = weeklyNodes(model, catalog);
  const items = [
    ...nodeItems(model, weekly, pricing),
    ...databaseItems(model, pricing),
    ...cacheItems(model, pricing),
    ...(monitored ? monitoringItems(model, monitored, pricing) : []),
  ];
  const hasNodes = model.autoScalingGroups.size + model.nodeGroups.size > 0;
  return {
    environment: model.environment,
    region: pricing.region,
    items,
    totals: totalsOf(items),
    unknown: items.filter(({ amount }) => amount === undefined),
    because: hasNodes ? weekly.because : [],
    notes: notesOf(model, monitored !== undefined),
  };
}

function totalsOf(items: readonly CostItem[]): Bounds {
  return eachBound((bound) => items.reduce((sum, { amount }) => sum + (amount?.[bound] ?? 0), 0));
}
