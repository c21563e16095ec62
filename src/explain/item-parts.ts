import { invariant } from '../util/invariant.ts';
import type { Part } from './part.ts';

type Items = ReadonlyMap<string, unknown>;

/**
 * The items of a component with one of them alone, which may have another name than it has in the environment: the
 * n-th stays the n-th.
 */
export function onlyItem(items: unknown, name: string, before: unknown): Items {
  invariant(items instanceof Map && before instanceof Map, 'the component has a map of items');
  if (items.has(name)) return new Map([[name, items.get(name)]]);
  const index = [...before.keys()].indexOf(name);
  return new Map(items.size === before.size ? [...(items as Items)].slice(index, index + 1) : []);
}

/**
 * Whether the parts for each item are all that the component makes of all of them: nothing that it adds up, and
 * nothing that every part makes again, because the component looks at more than what it is given.
 */
export function areWhole(parts: readonly Part[], { elements: whole }: Part): boolean {
  const together = new Map(parts.flatMap(({ elements }) => [...elements]));
  const count = parts.reduce((sum, { elements }) => sum + elements.size, 0);
  const isSame = [...whole].every(([key, element]) => together.get(key) === element);
  return isSame && together.size === whole.size && count < 2 * whole.size;
}
