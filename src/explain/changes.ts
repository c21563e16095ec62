import type { Element, Elements, LeafAttribute } from './element.ts';

/** What becomes of the Terraform of an environment with other values. */
export interface Changes {
  /** Attributes that have another value, by element. */
  readonly changed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Attributes that are gone, by element; the element stays. */
  readonly left: ReadonlyMap<string, ReadonlySet<string>>;
  /** Elements that are gone. */
  readonly gone: ReadonlySet<string>;
  /** What was not there before: whole elements, and attributes of the others. */
  readonly added: Elements;
}

export function changesOf(before: Elements, after: Elements): Changes {
  const changed = new Map<string, ReadonlySet<string>>();
  const left = new Map<string, ReadonlySet<string>>();
  const gone = new Set<string>();
  const added = new Map<string, Element>();
  for (const [key, element] of before) {
    const other = after.get(key);
    if (!other) {
      gone.add(key);
      continue;
    }
    if (other === element) continue;
    const others = new Set<string>();
    const missing = new Set<string>();
    const items = itemsOf(other);
    for (const [path, attribute] of element.attributes) {
      const now = other.attributes.get(path);
      if (now && isSame(attribute, now)) continue;
      // An item of a list that only moved, because there is one more or less before it, stays what it is.
      if (items.get(listOf(path))?.has(attribute.value)) continue;
      if (now) others.add(path);
      else missing.add(path);
    }
    if (others.size > 0) changed.set(key, others);
    if (missing.size > 0) left.set(key, missing);
    const more = [...other.attributes].filter(([path]) => !element.attributes.has(path));
    if (more.length > 0) added.set(key, { ...other, attributes: new Map(more) });
  }
  for (const [key, element] of after) if (!before.has(key)) added.set(key, element);
  return { changed, left, gone, added };
}

/** The scalars of every list of scalars, by the path of the list. */
function itemsOf({ attributes }: Element): ReadonlyMap<string, ReadonlySet<unknown>> {
  const items = new Map<string, Set<unknown>>();
  for (const [path, { value }] of attributes) {
    const list = listOf(path);
    if (list !== '') items.set(list, (items.get(list) ?? new Set()).add(value));
  }
  return items;
}

/** The list of which the path is an item; empty for everything else. */
function listOf(path: string): string {
  return /^(.*)\[[0-9]+\]$/.exec(path)?.[1] ?? '';
}

/** Leaves are scalars, or empty lists and maps. */
function isSame(a: LeafAttribute, b: LeafAttribute): boolean {
  if (typeof a.value !== 'object' || a.value === null) return a.value === b.value;
  return JSON.stringify(a.value) === JSON.stringify(b.value);
}

/** What an attribute has to do with a change; nothing when it stays as it is. */
export type Effect = 'value' | 'presence' | 'block';

export function effectOn(
  { changed, left, gone }: Changes,
  element: string,
  attribute: string,
): Effect | undefined {
  if (changed.get(element)?.has(attribute)) return 'value';
  if (left.get(element)?.has(attribute)) return 'presence';
  return gone.has(element) ? 'block' : undefined;
}
