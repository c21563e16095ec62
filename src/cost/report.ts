import type { SpecPath } from '../compiler/spec-path.ts';
import type { BudgetCheck } from './budget.ts';
import type { Estimate } from './estimate.ts';
import type { Price } from './prices/price-table.ts';

/** An estimate with everything that is said beside it, before it is text, Markdown or JSON. */
export interface CostReport {
  readonly estimate: Estimate;
  /** Compared with it; `label` is what people called it: `HEAD`. */
  readonly base?: { readonly label: string; readonly estimate: Estimate | undefined };
  readonly budget?: BudgetCheck;
  readonly doubts: readonly string[];
  /** `specs/prod.yaml:12` */
  placeOf(path: SpecPath): string;
  /** `aws_db_instance.postgres`, where the path has one in the Terraform. */
  addressOf(path: SpecPath): string | undefined;
}

/** Where prices come from, and how many of the items have theirs from there. */
export interface PriceSource {
  readonly source: string;
  readonly date?: string;
  readonly trust?: string;
  readonly items: number;
}

/** In the order in which the items need them. */
export function sourcesOf({ items }: Estimate): readonly PriceSource[] {
  const sources = new Map<string, PriceSource>();
  for (const { price } of items) {
    if (!price) continue;
    const { source, date, trust }: Price = price;
    const key = JSON.stringify([source, date, trust]);
    const known = sources.get(key)?.items ?? 0;
    sources.set(key, {
      source,
      ...(date === undefined ? {} : { date }),
      ...(trust === undefined ? {} : { trust }),
      items: known + 1,
    });
  }
  return [...sources.values()];
}
