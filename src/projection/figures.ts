import type { Catalog } from '../catalog/catalog.ts';
import { formatPath, type SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { idOf } from './instant.ts';
import type { Projected } from './projected.ts';
import { type Projection, projectionOf } from './projection.ts';

/**
 * Every number of the projection by its id, in the order of the table: `capacity.3mo.workloads.api.pods`,
 * `capacity.events.black-friday.peak`, and `capacity.limits.<path>` for what to write where a limit breaks.
 *
 * @param months see `projectionOf`
 * @returns empty for an environment without traffic
 */
export function figuresOf(model: Model, catalog: Catalog, months?: number): ReadonlyMap<string, Projected> {
  const projection = projectionOf(model, catalog, months);
  return projection ? figuresIn(projection) : new Map();
}

export function figuresIn({ days, outlooks }: Projection): ReadonlyMap<string, Projected> {
  const figures = new Map<string, Projected>();
  for (const { instant, load, figures: counted } of days) {
    const before = `capacity.${idOf(instant)}`;
    figures.set(`${before}.rate`, load.rate);
    figures.set(`${before}.peak`, load.peak);
    for (const [id, figure] of counted) figures.set(`${before}.${id}`, figure);
  }
  for (const { limit, greatest, raise } of outlooks) {
    if (!raise) continue;
    const { text, formula } = raise;
    figures.set(`capacity.limits.${formatPath(limit.path)}`, { ...greatest, text, formula });
  }
  return figures;
}

/** Ids of the figures that change with the value at one of some paths, or with one below it. */
export function figuresFrom(
  figures: ReadonlyMap<string, { readonly inputs: readonly SpecPath[] }>,
  paths: readonly SpecPath[],
): readonly string[] {
  const isRead = (path: SpecPath) => (input: SpecPath) =>
    path.every((part, index) => input[index] === part) || input.every((part, index) => path[index] === part);
  return [...figures]
    .filter(([, { inputs }]) => paths.some((path) => inputs.some(isRead(path))))
    .map(([id]) => id);
}
