import { isSpellingVariant } from '../../util/did-you-mean.ts';
import type { Field } from '../language/field.ts';
import type { SpecPath } from '../spec-path.ts';
import { childField } from './subject.ts';

/**
 * The maps that have the key, for a key that was written into the wrong one. Looks below first, then in the
 * maps around from the inside out, and takes the nearest.
 *
 * @param path of the map that holds the key; itself it does not have it
 * @returns paths in which `<name>` stands for the name of an item; empty when no place is near enough
 */
export function whereKeyBelongs(language: Field, path: SpecPath, key: string): readonly SpecPath[] {
  const around: Field[] = [language];
  for (const part of path) {
    const next = childField(around.at(-1) ?? language, part);
    if (!next) return [];
    around.push(next);
  }
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const isHere = depth === path.length;
    const from = { field: around[depth] ?? language, path: path.slice(0, depth) };
    const places = nearestBelow(from, key, isHere ? DEEPEST_BELOW : DEEPEST_AROUND);
    // Two maps elsewhere with the same key are a coincidence of words like "name".
    if (isHere ? places.length <= 3 && places.length > 0 : places.length === 1) return places;
  }
  return [];
}

/** Levels of maps: `workloads.<name>.autoscaling.behavior` is one and two below a workload. */
const DEEPEST_BELOW = 4;
const DEEPEST_AROUND = 1;

interface Level {
  readonly field: Field;
  readonly path: SpecPath;
}

/** The maps of the first level that has the key at all. */
function nearestBelow(from: Level, key: string, deepest: number): readonly SpecPath[] {
  let level: readonly Level[] = [from];
  for (let depth = 0; depth <= deepest && level.length > 0; depth += 1) {
    const found = level.filter(({ field }) => hasKey(field, key));
    if (found.length > 0) return found.map(({ path }) => path);
    level = level.flatMap(childrenOf);
  }
  return [];
}

function hasKey({ form }: Field, key: string): boolean {
  if (form.kind !== 'section') return false;
  return (
    Object.hasOwn(form.fields, key) || Object.keys(form.fields).some((name) => isSpellingVariant(name, key))
  );
}

function childrenOf({ field: { form }, path }: Level): Level[] {
  if (form.kind === 'section') {
    return Object.entries(form.fields).map(([name, field]) => ({ field, path: [...path, name] }));
  }
  return form.kind === 'map' ? [{ field: form.item, path: [...path, '<name>'] }] : [];
}
