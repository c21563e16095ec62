import {
  amountText,
  type Bound,
  type Bounds,
  type CostItem,
  eachBound,
  eachText,
  HOURS_PER_MONTH,
} from './item.ts';
import { priceText, usdText } from './money.ts';
import { findPrice, type Price, type PriceTable } from './prices/price-table.ts';
import type { Section } from './prices/sections.ts';

/** What is priced, and where. */
export interface Pricing {
  readonly prices: PriceTable;
  readonly region: string;
}

/** An item before its price is known. */
type Unpriced = Omit<CostItem, 'amount' | 'price' | 'unknown' | 'formulas' | 'because'> & {
  readonly because?: readonly string[];
  /** The quantity of `expected` as the formula has it: `2 nodes`. */
  readonly counted: string;
};

/** An item of which every unit costs the same. */
export function priceItem(item: Unpriced, section: Section, name: string, pricing: Pricing): CostItem {
  const price = findPrice(pricing.prices, pricing.region, section, name);
  return price ? withPrices(item, price, () => price) : withoutPrice(item, missing(name, section, pricing));
}

/** @param priceOf of a unit, where the three sums count with different prices; `price` is that of `expected` */
export function withPrices(
  { counted, because = [], ...item }: Unpriced,
  price: Price,
  priceOf: (bound: Bound) => Pick<Price, 'usd'>,
): CostItem {
  const hours = price.unit === 'hour' ? HOURS_PER_MONTH : 1;
  const amount = eachBound((bound) => Math.round(item.quantity[bound] * priceOf(bound).usd * hours));
  return {
    ...item,
    amount,
    price,
    formulas: eachText((bound) => {
      const usd = `${priceText(priceOf(bound).usd)} USD${hours === 1 ? '' : ` × ${hours} h`}`;
      return `${countedOf(bound, item, counted)} × ${usd} = ${usdText(amount[bound])} USD`;
    }),
    because,
  };
}

export function withoutPrice({ counted, because = [], ...item }: Unpriced, unknown: string): CostItem {
  const formulas = eachText((bound) => `${countedOf(bound, item, counted)} × a price that is missing`);
  return { ...item, formulas, unknown, because };
}

/** What is counted where nothing tells how: `9 nodes`. Units that are abbreviations have no plural. */
function countedOf(
  bound: Bound,
  { quantity, unit }: Pick<CostItem, 'quantity' | 'unit'>,
  expected: string,
): string {
  if (bound === 'expected') return expected;
  const isPlural = quantity[bound] !== 1 && /^[a-z ]+$/.test(unit);
  return `${amountText(quantity[bound])} ${unit}${isPlural ? 's' : ''}`;
}

/** Why there is no price; another region is the usual reason. */
export function missing(name: string, section: Section, { prices, region }: Pricing): string {
  if (prices.regions.has(region))
    return `no price of ${NAMES[section] ?? ''}${name} in ${region} in ${prices.label}`;
  return `${prices.label} know${prices.label.endsWith('s') ? '' : 's'} no price in ${region}`;
}

const NAMES: Readonly<Partial<Record<Section, string>>> = {
  rdsPostgres: 'PostgreSQL on ',
  rdsMysql: 'MySQL on ',
  rdsMariadb: 'MariaDB on ',
  elasticacheRedis: 'Redis on ',
  elasticacheValkey: 'Valkey on ',
  ebs: 'EBS ',
  rdsStorage: 'RDS ',
  cloudwatch: 'a CloudWatch ',
  secretsManager: 'a Secrets Manager ',
};

export function times(bounds: Bounds, factor: number): Bounds {
  return eachBound((bound) => bounds[bound] * factor);
}
