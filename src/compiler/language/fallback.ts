import type { Fallback, Field, Presence, Tier } from './field.ts';
import type { Scope } from './scope.ts';

/** May be left out, and is then absent from the model; `meaning` says what that means. */
export function optional<W, M>(field: Field<W, M, 'required'>, meaning: string): Field<W, M, 'optional'> {
  return withFallback(field, { kind: 'absent', meaning });
}

/** Has the same default everywhere; `why` is one sentence with its source, without a full stop. */
export function defaulted<W, M>(
  field: Field<W, M, 'required'>,
  value: NoInfer<W>,
  why: string,
): Field<W, M, 'filled'> {
  return withFallback(field, { kind: 'default', value, why });
}

/** Has a default that the tier of the environment selects. */
export function byTier<W, M>(
  field: Field<W, M, 'required'>,
  values: Readonly<Record<Tier, NoInfer<W>>>,
  why: string,
): Field<W, M, 'filled'> {
  return withFallback(field, { kind: 'tier', values, why });
}

/** Is made from other values; `formula` shows people how: `<environment>-<key>`. */
export function derived<W, M>(
  field: Field<W, M, 'required'>,
  formula: string,
  compute: (scope: Scope) => NoInfer<W>,
): Field<W, M, 'filled'> {
  return withFallback(field, { kind: 'derived', formula, compute });
}

/** As `derived`, but the formula may have no answer, and then the key is absent. */
export function derivedIfAny<W, M>(
  field: Field<W, M, 'required'>,
  formula: string,
  compute: (scope: Scope) => NoInfer<W> | undefined,
): Field<W, M, 'optional'> {
  return withFallback(field, { kind: 'derived', formula, compute });
}

/** A switchable section that is there unless somebody writes `false`; every key of it has a fallback. */
export function onByDefault<W, M>(field: Field<W, M, 'required'>, why: string): Field<W, M, 'optional'> {
  return withFallback(field, { kind: 'default', value: {}, why });
}

/** As `onByDefault`, where the tier says whether it is there when nobody writes anything. */
export function onByTier<W, M>(
  field: Field<W, M, 'required'>,
  values: Readonly<Record<Tier, boolean>>,
  why: string,
): Field<W, M, 'optional'> {
  return withFallback(field, { kind: 'tier', values, why });
}

/** A section or map of which every key has a fallback, so that it is always there. */
export function always<W, M>(field: Field<W, M, 'required'>): Field<W, M, 'filled'> {
  return withFallback(field, { kind: 'default', value: {}, why: EMPTY });
}

const EMPTY = 'every key in it has a default of its own';

function withFallback<W, M, P extends Presence>(
  { types: _types, ...field }: Field<W, M, 'required'>,
  fallback: Fallback,
): Field<W, M, P> {
  return { ...field, fallback };
}
