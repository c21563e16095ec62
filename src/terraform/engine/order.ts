import { compareText } from '../../util/compare.ts';
import { isObject } from '../../util/is-object.ts';

/** An entry of a synthesized body. */
export interface Ordered {
  readonly name: string;
  readonly value: unknown;
  /** What the component wrote for it. */
  readonly written: unknown;
}

/**
 * The entries of a synthesized body in the order in which the component wrote them: cdktf sorts by the
 * alphabet, and a reviewer looks for the identifier before the backup window. What the component did not
 * write comes last, by name.
 *
 * @param without names to leave out
 */
export function inOrderOf(
  config: unknown,
  tree: { readonly [key: string]: unknown },
  without: ReadonlySet<string>,
): readonly Ordered[] {
  const written = isObject(config) ? config : {};
  const keys = Object.keys(written);
  const positions = new Map<string, number>();
  for (const [index, key] of keys.entries()) positions.set(plain(key), index);
  const entries: (Ordered & { readonly position: number })[] = [];
  for (const name of Object.keys(tree)) {
    if (without.has(name)) continue;
    const position = positions.get(plain(name));
    entries.push({
      name,
      value: tree[name],
      written: position === undefined ? undefined : written[keys[position]!],
      position: position ?? keys.length,
    });
  }
  return entries.sort((a, b) => a.position - b.position || compareText(a.name, b.name));
}

/** `multiAz` and `multi_az` are one name. */
function plain(name: string): string {
  let known = PLAIN.get(name);
  if (known === undefined) {
    known = name.replaceAll('_', '').toLowerCase();
    PLAIN.set(name, known);
  }
  return known;
}

/**
 * By name, because it is asked for every argument of every block. There are only as many as our components write: keys
 * that a user chose stand inside of values, which are not ordered here.
 */
const PLAIN = new Map<string, string>();
