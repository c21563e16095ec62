import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { figuresFrom, figuresOf } from '../../projection/figures.ts';

/** A number of the projection that changes with a value of the spec. */
export interface ChangedFigure {
  readonly id: string;
  readonly text: string;
}

/** @param paths of the value, and of what follows from it */
export function figuresOfPath(
  { model, catalog }: ResolvedSpec,
  paths: readonly SpecPath[],
): readonly ChangedFigure[] {
  const figures = figuresOf(model as Model, catalog);
  return figuresFrom(figures, paths).map((id) => ({ id, text: figures.get(id)!.text }));
}

/** One line for each thing that is counted, on the last day; the others are only numbered. */
export function figuresText(figures: readonly ChangedFigure[]): string {
  if (figures.length === 0) return '';
  const last = new Map(figures.map((figure) => [withoutDay(figure.id), figure]));
  return [
    '',
    `Projected from it (${figures.length} figures of elastiform capacity; the last of each):`,
    ...[...last.values()].map(({ id, text }) => `  ${id} is ${text}`),
    '',
  ].join('\n');
}

function withoutDay(id: string): string {
  return id.replace(/^capacity\.(?:events\.)?[^.]+\./, '');
}
