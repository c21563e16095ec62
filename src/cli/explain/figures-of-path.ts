import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { estimateCost } from '../../cost/estimate.ts';
import { costFiguresOf } from '../../cost/figures.ts';
import { usdText } from '../../cost/money.ts';
import { builtInPrices } from '../../cost/prices/built-in-prices.ts';
import { figuresFrom, figuresOf } from '../../projection/figures.ts';

/** A number of the projection or of the cost that changes with a value of the spec. */
export interface ChangedFigure {
  readonly id: string;
  readonly text: string;
}

/** @param paths of the value, and of what follows from it */
export function figuresOfPath(spec: ResolvedSpec, paths: readonly SpecPath[]): readonly ChangedFigure[] {
  const figures = figuresOf(spec.model as Model, spec.catalog);
  return [
    ...figuresFrom(figures, paths).map((id) => ({ id, text: figures.get(id)!.text })),
    ...costsOfPath(spec, paths),
  ];
}

/** By the built-in prices. Sums of everything, which follow from any, and alarms, which only the Terraform tells, are left out. */
function costsOfPath({ model, catalog }: ResolvedSpec, paths: readonly SpecPath[]): readonly ChangedFigure[] {
  const figures = costFiguresOf(estimateCost(model as unknown as Model, catalog, builtInPrices()));
  return figuresFrom(figures, paths).flatMap((id) => {
    const { items, amount, withoutPrice } = figures.get(id)!;
    if (items.length === 0) return [];
    return [{ id, text: withoutPrice === items.length ? '?' : `${usdText(amount)} USD` }];
  });
}

/** One line for each thing that is counted, on the last day, or as it is expected; the others are only numbered. */
export function figuresText(figures: readonly ChangedFigure[]): string {
  const costs = figures.filter(({ id }) => id.startsWith('cost.'));
  const projected = figures.filter(({ id }) => !id.startsWith('cost.'));
  const last = new Map(projected.map((figure) => [withoutDay(figure.id), figure]));
  const lines = [
    ...linesOf(`Projected from it (${projected.length} figures of elastiform capacity; the last of each):`, [
      ...last.values(),
    ]),
    ...linesOf(
      'What a month of these costs rests on it, too (elastiform cost):',
      costs.filter(({ id }) => id.endsWith('.expected')),
    ),
  ];
  return lines.length === 0 ? '' : [...lines, ''].join('\n');
}

function linesOf(heading: string, figures: readonly ChangedFigure[]): readonly string[] {
  return figures.length === 0 ? [] : ['', heading, ...figures.map(({ id, text }) => `  ${id} is ${text}`)];
}

function withoutDay(id: string): string {
  return id.replace(/^capacity\.(?:events\.)?[^.]+\./, '');
}
