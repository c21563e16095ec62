import { formatPath } from '../../compiler/spec-path.ts';
import { changeOf, costChanges } from '../compare.ts';
import { type Bounds, type CostItem, eachBound, HOURS_PER_MONTH } from '../item.ts';
import { type MicroUsd, usdNumber } from '../money.ts';
import { isUnverified, type Price } from '../prices/price-table.ts';
import { type CostReport, sourcesOf } from '../report.ts';

/** Everything there is to say, for tools; a major change of the form changes `formatVersion`. Money is in US dollars. */
export function costValue(report: CostReport): object {
  const { estimate, base, budget, doubts, placeOf, addressOf } = report;
  const { environment, region, items, totals, unknown, because, notes } = estimate;
  return {
    formatVersion: 1,
    environment,
    region,
    currency: 'USD',
    hoursPerMonth: HOURS_PER_MONTH,
    totals: dollars(totals),
    itemsWithoutPrice: unknown.length,
    ...(budget
      ? {
          budget: {
            usd: usdNumber(budget.budget),
            heldAgainst: budget.bound,
            isAbove: budget.isAbove,
            place: placeOf(['policy', 'cost', 'monthlyBudget']),
          },
        }
      : {}),
    items: items.map((item) => itemValue(item, addressOf(item.path))),
    ...(base
      ? {
          base: {
            label: base.label,
            totals: base.estimate ? dollars(base.estimate.totals) : null,
            changes: costChanges(base.estimate, estimate).map((change) => ({
              path: formatPath(change.path),
              before: change.before ? shortValue(change.before) : null,
              after: change.after ? shortValue(change.after) : null,
              difference: dollars(eachBound((bound) => changeOf(change, bound))),
            })),
          },
        }
      : {}),
    because,
    prices: sourcesOf(estimate),
    warnings: doubts,
    notes,
  };
}

function itemValue(item: CostItem, address: string | undefined): object {
  const { path, what, unit, quantity, amount, formulas, inputs, price, unknown, because } = item;
  return {
    path: formatPath(path),
    ...(address === undefined ? {} : { address }),
    what,
    unit,
    quantity: eachBound((bound) => Math.round(quantity[bound] * 1e6) / 1e6),
    ...(amount ? dollars(amount) : { min: null, expected: null, max: null }),
    formula: formulas.expected,
    ...(because.length === 0 ? {} : { because }),
    inputs: inputs.map(formatPath),
    ...(price ? { price: priceValue(price) } : {}),
    ...(unknown === undefined ? {} : { unknown }),
  };
}

function priceValue({ usd, unit, source, date, trust, ...rest }: Price): object {
  return {
    usd: usd / 1e6,
    unit,
    source,
    date: date ?? null,
    trust: trust ?? null,
    ...(isUnverified({ usd, unit, source, ...rest, ...(trust ? { trust } : {}) })
      ? { isUnverified: true }
      : {}),
  };
}

function shortValue({ what, amount }: CostItem): object {
  return { what, ...(amount ? dollars(amount) : { min: null, expected: null, max: null }) };
}

function dollars(amounts: Readonly<Record<keyof Bounds, MicroUsd>>): Bounds {
  return eachBound((bound) => usdNumber(amounts[bound]));
}
