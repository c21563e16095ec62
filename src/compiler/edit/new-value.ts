import type { Scalar } from '../source-tree.ts';

/** What can be written into a spec. A map of them is laid over the map that is there, key by key. */
export type NewValue = Scalar | readonly Scalar[] | NewMap;

export interface NewMap {
  readonly [key: string]: NewValue;
}

export function isNewMap(value: NewValue): value is NewMap {
  return typeof value === 'object' && value !== null && !isNewList(value);
}

export function isNewList(value: NewValue): value is readonly Scalar[] {
  return Array.isArray(value);
}

/** The value inside of one map for each part of the path. */
export function nested(path: readonly string[], value: NewValue): NewValue {
  return path.reduceRight<NewValue>((inner, key) => ({ [key]: inner }), value);
}
