import type { Catalog } from '../../catalog/catalog.ts';
import type { Tier } from './field.ts';

/** A value as a person would write it. */
export type WrittenScalar = string | number | boolean;

/**
 * What a derived value may be made from. Everything that is read through `get…` is remembered and shown as
 * the input of the derivation.
 *
 * Paths are written with dots (`storage.allocated`) and count from the innermost map item around the value
 * (`get`), from the item around that one (`getOuter`), or from the root of the spec (`getRoot`). They answer
 * `undefined` for what the spec does not have. An item of a list is not reachable; a list is.
 */
export interface Scope {
  readonly environment: string;
  readonly tier: Tier;
  readonly catalog: Catalog;
  /** The keys of the map items around the value, innermost first: `["replica-1", "postgres"]`. */
  readonly keys: readonly string[];
  get(path: string): WrittenScalar | readonly WrittenScalar[] | undefined;
  getOuter(path: string): WrittenScalar | readonly WrittenScalar[] | undefined;
  getRoot(path: string): WrittenScalar | readonly WrittenScalar[] | undefined;
  /** The keys of a map, from the root of the spec; none where the spec has no such map. */
  rootKeys(...path: readonly string[]): readonly string[];
}
