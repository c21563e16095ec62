import type { ResolvedSpec } from '../compiler/compile.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { LeafChange } from './leaf-changes.ts';

/** An environment at one of the two times. */
export type EnvironmentVersion = Pick<ResolvedSpec, 'cells' | 'model' | 'catalog' | 'stateful'>;

/** One thing of the spec that differs: `workloads.api`, or `foundation`. */
export interface ChangedItem {
  readonly path: SpecPath;
  readonly kind: 'changed' | 'added' | 'removed' | 'renamed';
  /** What it was called. */
  readonly previous?: SpecPath;
  /** Why somebody should look twice at what became of the item as a whole. */
  readonly danger?: string;
  readonly lines: readonly ChangeLine[];
}

/** One sentence about it. */
export interface ChangeLine {
  readonly text: string;
  readonly danger?: string;
  /** The values that it tells about; none where it follows from another item. */
  readonly changes: readonly LeafChange[];
}

/** The values of one item that differ, before there are sentences about them. */
export interface ItemChanges {
  readonly path: SpecPath;
  readonly changes: readonly LeafChange[];
  /** Its key in the other version, where it had another. */
  readonly previousKey?: string | undefined;
}
