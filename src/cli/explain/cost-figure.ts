import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { CostFigure } from '../../cost/figures.ts';
import type { CostItem } from '../../cost/item.ts';
import { usdNumber, usdText } from '../../cost/money.ts';
import { isUnverified, type Price } from '../../cost/prices/price-table.ts';
import { inputLines, inputsOf } from './input-values.ts';

/** A sum of `elastiform cost` with the lines that it is made of, who says their prices, and what they rest on. */
export function costFigureText(id: string, spec: ResolvedSpec, figure: CostFigure): string {
  const { bound, amount, formula, items, withoutPrice, because, inputs } = figure;
  const without =
    withoutPrice === 0 ? '' : `, without ${withoutPrice} ${withoutPrice === 1 ? 'item' : 'items'}`;
  return [
    `${spec.model.environment}: ${id} is ${usdText(amount)} USD (a month)${without}`,
    '',
    `  ${formula}`,
    ...items.flatMap((item) => [
      '',
      `  ${item.what}: ${item.formulas[bound]}`,
      ...itemLines(item, bound === 'expected').map((line) => `    ${line}`),
    ]),
    ...(because.length > 0 ? ['', ...because.map((line) => `  ${line}`)] : []),
    '',
    'It is made from:',
    ...inputLines(spec, inputs),
    '',
  ].join('\n');
}

/** How the numbers of `expected` came about is true of that alone. */
function itemLines({ price, unknown, because }: CostItem, isExpected: boolean): readonly string[] {
  return [
    ...(price ? [priceText(price)] : []),
    ...(unknown === undefined ? [] : [unknown]),
    ...(isExpected ? because : []),
  ];
}

function priceText({ source, date = 'no day known', trust, ...price }: Price): string {
  const isDoubtful = isUnverified({ source, ...price, ...(trust ? { trust } : {}) });
  const letter = trust === undefined ? '' : ` (${trust}${isDoubtful ? ', not verified' : ''})`;
  return `price of ${date}${letter}: ${source}`;
}

/** The same for tools. */
export function costFigureJson(id: string, spec: ResolvedSpec, figure: CostFigure): unknown {
  const { bound, amount, formula, items, withoutPrice, because, inputs } = figure;
  return {
    environment: spec.model.environment,
    id,
    value: usdNumber(amount),
    unit: 'USD a month',
    text: `${usdText(amount)} USD`,
    formula,
    itemsWithoutPrice: withoutPrice,
    items: items.map(({ what, amount: amounts, formulas, price, unknown }) => ({
      what,
      usd: amounts ? usdNumber(amounts[bound]) : null,
      formula: formulas[bound],
      ...(price
        ? { price: { source: price.source, date: price.date ?? null, trust: price.trust ?? null } }
        : {}),
      ...(unknown === undefined ? {} : { unknown }),
    })),
    because,
    inputs: inputsOf(spec, inputs),
  };
}
