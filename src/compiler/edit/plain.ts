import type { Scalar, SourceNode } from '../source-tree.ts';
import { isNewList, isNewMap, type NewValue } from './new-value.ts';

/** What a tree says, without places and spellings. */
export type Plain = Scalar | readonly Plain[] | ReadonlyMap<string, Plain>;

export function plainOf(node: SourceNode): Plain {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainOf);
  return new Map([...node.entries.values()].map(({ key, value }) => [key, plainOf(value)]));
}

export function plainOfNew(value: NewValue): Plain {
  if (isNewList(value)) return value;
  if (!isNewMap(value)) return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, plainOfNew(inner)]));
}

/** Maps are the same in any order of their keys. */
export function samePlain(a: Plain, b: Plain): boolean {
  if (a instanceof Map && b instanceof Map) {
    return (
      a.size === b.size && [...a].every(([key, value]) => b.has(key) && samePlain(value, b.get(key) as Plain))
    );
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => samePlain(item, b[index]));
  }
  return a === b;
}

/** The tree with a value in place of what stands at the path; maps are laid over maps. */
export function withValue(plain: Plain, [key, ...rest]: readonly string[], value: Plain): Plain {
  if (key === undefined) return plain instanceof Map && value instanceof Map ? overlaid(plain, value) : value;
  if (Array.isArray(plain)) {
    return plain.map((item: Plain, index) => (String(index) === key ? withValue(item, rest, value) : item));
  }
  const map = new Map<string, Plain>(plain instanceof Map ? plain : []);
  map.set(key, withValue(map.get(key) ?? null, rest, value));
  return map;
}

export function withoutKey(plain: Plain, [key, ...rest]: readonly string[]): Plain {
  if (key === undefined) return plain;
  if (Array.isArray(plain)) {
    return plain.map((item: Plain, index) => (String(index) === key ? withoutKey(item, rest) : item));
  }
  const map = new Map<string, Plain>(plain instanceof Map ? plain : []);
  if (rest.length === 0) map.delete(key);
  else map.set(key, withoutKey(map.get(key) ?? null, rest));
  return map;
}

function overlaid(below: ReadonlyMap<string, Plain>, above: ReadonlyMap<string, Plain>): Plain {
  const map = new Map(below);
  for (const [key, value] of above) map.set(key, withValue(map.get(key) ?? null, [], value));
  return map;
}
