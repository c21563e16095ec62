import type { Element } from './element.ts';

/**
 * Tells of an attribute within a list whether its item is in the list still. An item that only moved, because there is
 * one more or less before it, stays what it is, be it a scalar or a block.
 */
export function stayingItems(before: Element, after: Element): (path: string) => boolean {
  let lists: { readonly items: Items; readonly old: Counts; readonly now: Counts } | undefined;
  return (path) => {
    const prefixes = itemPrefixes(path);
    if (prefixes.length === 0) return false;
    lists ??= { items: itemsOf(before), old: countsOf(itemsOf(before)), now: countsOf(itemsOf(after)) };
    const { items, old, now } = lists;
    return prefixes.some((prefix) => {
      const item = itemKey(prefix, items.get(prefix) ?? []);
      return (now.get(item) ?? 0) >= (old.get(item) ?? 1);
    });
  };
}

/** What is in every item of every list, by the path of the item: `spec[0].metric[1]`. */
type Items = ReadonlyMap<string, readonly string[]>;
/** How often a list has an item; two may be alike. */
type Counts = ReadonlyMap<string, number>;

function itemsOf({ attributes }: Element): Items {
  const items = new Map<string, string[]>();
  for (const [path, { value }] of attributes) {
    for (const prefix of itemPrefixes(path)) {
      const known = items.get(prefix) ?? [];
      items.set(prefix, known);
      known.push(`${path.slice(prefix.length)}=${JSON.stringify(value)}`);
    }
  }
  return items;
}

function countsOf(items: Items): Counts {
  const counts = new Map<string, number>();
  for (const [prefix, content] of items) {
    const key = itemKey(prefix, content);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The list and what is in its item. */
function itemKey(prefix: string, content: readonly string[]): string {
  return `${prefix.replace(/\[[0-9]+\]$/, '')} ${content.join('\n')}`;
}

function itemPrefixes(path: string): readonly string[] {
  return [...path.matchAll(/\[[0-9]+\]/g)].map(({ 0: step, index }) => path.slice(0, index + step.length));
}
