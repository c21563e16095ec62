import type { Model } from '../components/registry.ts';
import { deltaText } from '../cost/compare.ts';
import { type Estimate, estimateCost } from '../cost/estimate.ts';
import { type Bounds, eachBound } from '../cost/item.ts';
import { builtInPrices } from '../cost/prices/built-in-prices.ts';
import type { EnvironmentVersion } from './changed-item.ts';

/** By how much the monthly cost differs, in millionths of a dollar. */
export interface CostDifference {
  readonly change: Bounds;
  /** Items of either version that have no price and are not in it. */
  readonly withoutPrice: number;
}

/**
 * By the built-in prices, and without alarms, which only the Terraform tells; `elastiform cost --base` has them.
 *
 * @returns nothing where the cost is the same
 */
export function costDifference(
  before: EnvironmentVersion | undefined,
  after: EnvironmentVersion | undefined,
): CostDifference | undefined {
  const [was, is] = [estimateOf(before), estimateOf(after)];
  const change = eachBound((bound) => (is?.totals[bound] ?? 0) - (was?.totals[bound] ?? 0));
  const withoutPrice = Math.max(was?.unknown.length ?? 0, is?.unknown.length ?? 0);
  const isSame = Object.values(change).every((sum) => sum === 0);
  return isSame ? undefined : { change, withoutPrice };
}

/** `expected +656.27 USD a month, min +656.27, max +656.27` */
export function costDifferenceText({ change, withoutPrice }: CostDifference): string {
  const { min, expected, max } = change;
  const without =
    withoutPrice === 0
      ? ''
      : `, without ${withoutPrice} ${withoutPrice === 1 ? 'item that has' : 'items that have'} no price`;
  return `monthly cost: expected ${deltaText(expected)} USD, min ${deltaText(min)}, max ${deltaText(max)}${without}`;
}

/** The knowledge that made the model is the registry's. */
function estimateOf(version: EnvironmentVersion | undefined): Estimate | undefined {
  return version && estimateCost(version.model as unknown as Model, version.catalog, builtInPrices());
}
