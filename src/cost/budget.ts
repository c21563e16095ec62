import { formatPath, type SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import type { Estimate } from './estimate.ts';
import type { Bound, CostItem } from './item.ts';
import { fromCents, type MicroUsd, usdText } from './money.ts';

/** A sum against what the spec allows. */
export interface BudgetCheck {
  /** Which of the sums is held against it. */
  readonly bound: Bound;
  readonly budget: MicroUsd;
  readonly total: MicroUsd;
  readonly isAbove: boolean;
  /** The dearest first, at most three. */
  readonly dearest: readonly CostItem[];
  /** Items that have no price and are not in `total`. */
  readonly withoutPrice: number;
}

/** Where the budget is said. */
export const BUDGET_PATH: SpecPath = ['policy', 'cost', 'monthlyBudget'];

export function checkBudget(
  { policy }: Model,
  { items, totals, unknown }: Estimate,
): BudgetCheck | undefined {
  const { monthlyBudget, budgetFor: bound } = policy.cost;
  if (monthlyBudget === undefined) return undefined;
  const budget = fromCents(monthlyBudget);
  const total = totals[bound];
  const costOf = ({ amount }: CostItem) => amount?.[bound] ?? 0;
  const dearest = items
    .filter((item) => costOf(item) > 0)
    .toSorted((a, b) => costOf(b) - costOf(a))
    .slice(0, 3);
  return { bound, budget, total, isAbove: total > budget, dearest, withoutPrice: unknown.length };
}

/** @param placeOf `specs/prod.yaml:12` of a path */
export function budgetText(
  { bound, budget, total, isAbove, dearest, withoutPrice }: BudgetCheck,
  placeOf: (path: SpecPath) => string,
): string {
  // "Within the budget" is no promise while the dearest items may be those without a price.
  const without =
    withoutPrice === 0
      ? ''
      : `, without ${withoutPrice} ${withoutPrice === 1 ? 'item that has' : 'items that have'} no price,`;
  const sum = `${bound} ${usdText(total)} USD${without}`;
  const allowed = `the budget of ${usdText(budget)} USD (${placeOf(BUDGET_PATH)})`;
  if (!isAbove) return `${sum} is within ${allowed}: ${usdText(budget - total)} USD are left`;
  const names = dearest.map(
    (item) =>
      `${formatPath(item.path)} (${item.what}) ${usdText(item.amount?.[bound] ?? 0)} USD, ${placeOf(item.path)}`,
  );
  return `${sum} is ${usdText(total - budget)} USD above ${allowed}; the dearest are ${names.join('; ')}`;
}
