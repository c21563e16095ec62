import type { WrittenScalar } from '../language/scope.ts';
import type { SpecPath } from '../spec-path.ts';
import type { Origin } from './origin.ts';

/** A resolved value, spelled canonically, with its origin. */
export type Cell = LeafCell | GroupCell;

export interface LeafCell {
  readonly kind: 'leaf';
  readonly path: SpecPath;
  /** Canonical spelling: `5m`, never `300s`. A list of scalars is one leaf. */
  readonly written: WrittenScalar | readonly WrittenScalar[];
  /** In the units of the model. */
  readonly value: unknown;
  /** Of a sorted list: where in the source each item stands, so that findings about one can point at it. */
  readonly positions?: readonly number[];
  readonly origin: Origin;
}

/** A section, a map or a list of sections. Entries are in the order of output and may be empty. */
export interface GroupCell {
  readonly kind: 'section' | 'map' | 'list';
  readonly path: SpecPath;
  readonly entries: ReadonlyMap<string, Cell>;
}
