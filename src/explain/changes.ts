import type { Element, Elements, LeafAttribute } from './element.ts';
import { stayingItems } from './list-items.ts';

/** What becomes of the Terraform of an environment with other values. */
export interface Changes {
  /** Attributes that have another value, by element. */
  readonly changed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Attributes that are gone, by element; the element stays. */
  readonly left: ReadonlyMap<string, ReadonlySet<string>>;
  /** Elements that are gone. */
  readonly gone: ReadonlySet<string>;
  /** Of those that are gone because they have another name now: attributes that have another value there. */
  readonly renamed: ReadonlyMap<string, ReadonlySet<string>>;
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
    const stays = stayingItems(element, other);
    for (const [path, attribute] of element.attributes) {
      const now = other.attributes.get(path);
      if ((now && isSame(attribute, now)) || stays(path)) continue;
      if (now) others.add(path);
      else missing.add(path);
    }
    if (others.size > 0) changed.set(key, others);
    if (missing.size > 0) left.set(key, missing);
    const more = [...other.attributes].filter(([path]) => !element.attributes.has(path));
    if (more.length > 0) added.set(key, { ...other, attributes: new Map(more) });
  }
  for (const [key, element] of after) if (!before.has(key)) added.set(key, element);
  const lost = new Map([...before].filter(([key]) => gone.has(key)));
  const found = new Map([...added].filter(([key]) => !before.has(key)));
  return { changed, left, gone, renamed: renamedElements(lost, found), added };
}

/** Where as many of a type come as go, the n-th that comes is the n-th that went. */
function renamedElements(lost: Elements, found: Elements): Changes['renamed'] {
  const renamed = new Map<string, ReadonlySet<string>>();
  for (const type of new Set([...lost.keys()].map(typeOf))) {
    const ofType = (elements: Elements) => [...elements].filter(([key]) => typeOf(key) === type);
    const [old, now] = [ofType(lost), ofType(found)];
    if (old.length !== now.length) continue;
    for (const [index, [key, { attributes }]] of old.entries()) {
      const others = [...attributes].flatMap(([path, attribute]) => {
        const other = now[index]?.[1].attributes.get(path);
        return other && !isSame(attribute, other) ? [path] : [];
      });
      renamed.set(key, new Set(others));
    }
  }
  return renamed;
}

/** `aws aws_autoscaling_schedule`, of a key. */
function typeOf(key: string): string {
  return key.replace(/\.[^.]*$/, '');
}

/** Leaves are scalars, or empty lists and maps. */
function isSame(a: LeafAttribute, b: LeafAttribute): boolean {
  if (typeof a.value !== 'object' || a.value === null) return a.value === b.value;
  return JSON.stringify(a.value) === JSON.stringify(b.value);
}

/** What an attribute has to do with a change; nothing when it stays as it is. */
export type Effect = 'value' | 'presence' | 'block';

export function effectOn(
  { changed, left, gone, renamed }: Changes,
  element: string,
  attribute: string,
): Effect | undefined {
  if (changed.get(element)?.has(attribute)) return 'value';
  if (left.get(element)?.has(attribute)) return 'presence';
  if (renamed.get(element)?.has(attribute)) return 'value';
  return gone.has(element) ? 'block' : undefined;
}
