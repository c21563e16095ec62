import { invariant } from '../../util/invariant.ts';
import type { Fallback, Field, Tier } from '../language/field.ts';
import type { SpecPath } from '../spec-path.ts';
import type { LeafCell } from './cell.ts';
import { readLeaf } from './leaf.ts';
import type { Origin } from './origin.ts';

/** The leaf of a key that nobody wrote, of a field with a default. Most leaves of most environments are such. */
export function fallbackLeaf(field: Field, tier: Tier, path: SpecPath): LeafCell {
  const known = LEAVES[tier].get(field);
  if (known) return { ...known, path };
  const { form, fallback } = field;
  invariant(fallback.kind === 'default' || fallback.kind === 'tier', 'the field has a default');
  const value = fallback.kind === 'tier' ? fallback.values[tier] : fallback.value;
  const leaf = readLeaf(form, value, path, originOfFallback(fallback, tier));
  LEAVES[tier].set(field, leaf);
  return leaf;
}

/** But for their paths they are the same in every environment of a tier. */
const LEAVES: Readonly<Record<Tier, WeakMap<Field, LeafCell>>> = {
  dev: new WeakMap(),
  staging: new WeakMap(),
  prod: new WeakMap(),
};

export function originOfFallback(fallback: Fallback, tier: Tier): Origin {
  if (fallback.kind === 'tier') return { kind: 'preset', name: `tier ${tier}`, why: fallback.why };
  return { kind: 'default', why: fallback.kind === 'default' ? fallback.why : '' };
}
