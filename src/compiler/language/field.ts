import type { QuantityKind } from '../quantity/quantity.ts';
import type { Scope } from './scope.ts';

/**
 * One key of the language, said once: what an editor shows, what ajv checks, what the compiler fills in and
 * what TypeScript knows about it all come from the same declaration.
 *
 * `Written` is what a person may write, `Model` what the later phases read, `P` whether it may be left out.
 * Fields are made by the functions of `fields.ts` and given a fallback by those of `fallback.ts`.
 */
export interface Field<Written = unknown, Model = unknown, P extends Presence = Presence> {
  /** What the key means and in which unit, in full sentences; shown by editors. */
  readonly description: string;
  /** Values as they are written in YAML; at least one. */
  readonly examples: readonly unknown[];
  readonly form: Form;
  readonly fallback: Fallback;
  /** True where an explicit `null` means "not set", as for `image`. */
  readonly nullable?: boolean;
  /** Carries the types; it never exists at run time. */
  readonly types?: { readonly written: Written; readonly model: Model; readonly presence: P };
}

/** `required`: must be written. `optional`: may be absent from the model too. `filled`: the compiler fills it in. */
export type Presence = 'required' | 'optional' | 'filled';

export type Tier = 'dev' | 'staging' | 'prod';
export const TIERS: readonly Tier[] = ['dev', 'staging', 'prod'];

/** How a value is spelled and read. */
export type Form =
  | TextForm
  | { readonly kind: 'quantity'; readonly quantity: QuantityKind }
  | { readonly kind: 'integer'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'flag' }
  | ListForm
  | { readonly kind: 'section'; readonly fields: Fields; readonly switchable: boolean }
  | MapForm;

export interface TextForm {
  readonly kind: 'text';
  /** Linear-time, anchored; what it means is said by `patternMeaning`. */
  readonly pattern?: string;
  readonly patternMeaning?: string;
  readonly maxLength: number;
  readonly choices?: readonly string[];
  /** The root map whose keys the text must name, such as `["databases"]`. */
  readonly references?: readonly string[];
}

export interface ListForm {
  readonly kind: 'list';
  readonly item: Field;
  readonly minItems: number;
  readonly maxItems: number;
  /** False where the order means nothing; such a list is sorted, so that re-ordering it changes nothing. */
  readonly ordered: boolean;
}

export interface MapForm {
  readonly kind: 'map';
  readonly item: Field;
  readonly keyPattern: string;
  readonly keyMeaning: string;
  readonly maxKeyLength: number;
  readonly minItems: number;
}

export type Fields = { readonly [name: string]: Field };

/** Where a value comes from when nobody writes it. Values are spelled as a person would spell them. */
export type Fallback =
  | { readonly kind: 'required' }
  /** Stays absent; `meaning` tells what that means. */
  | { readonly kind: 'absent'; readonly meaning: string }
  | { readonly kind: 'default'; readonly value: unknown; readonly why: string }
  | { readonly kind: 'tier'; readonly values: Readonly<Record<Tier, unknown>>; readonly why: string }
  /** `undefined` leaves the key absent. `formula` is for people: `<environment>-<key>`. */
  | { readonly kind: 'derived'; readonly formula: string; compute(scope: Scope): unknown };

/** What the later phases read from a field. */
export type ModelOf<F> =
  F extends Field<infer _W, infer M, infer P> ? (P extends 'optional' ? M | undefined : M) : never;

/** What a person may write for a field. */
export type WrittenOf<F> = F extends Field<infer W, infer _M, infer _P> ? W : never;

export type SectionModel<F extends Fields> = { readonly [K in keyof F]: ModelOf<F[K]> };

export type SectionWritten<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Field<unknown, unknown, 'required'> ? K : never]: WrittenOf<F[K]>;
} & {
  readonly [K in keyof F as F[K] extends Field<unknown, unknown, 'required'> ? never : K]?: WrittenOf<F[K]>;
};
