import type { IResolvable } from 'cdktf';

/** A configuration of cdktf whose optional keys may also be `undefined`, which is the same as absent. */
export type Loose<T> = T extends string | number | boolean | null | undefined | IResolvable
  ? T
  : T extends readonly (infer Item)[]
    ? Loose<Item>[]
    : T extends object
      ? { [K in keyof T]: Record<never, never> extends Pick<T, K> ? Loose<T[K]> | undefined : Loose<T[K]> }
      : T;
