import { compareText } from '../../util/compare.ts';
import { isObject } from '../../util/is-object.ts';

/**
 * The entries of a synthesized body in the order in which the component wrote them: cdktf sorts by the
 * alphabet, and a reviewer looks for the identifier before the backup window. What the component did not
 * write comes last, by name.
 *
 * @returns name, value, and what the component wrote for it
 */
export function inOrderOf(
  config: unknown,
  tree: { readonly [key: string]: unknown },
): readonly (readonly [name: string, value: unknown, written: unknown])[] {
  const written = isObject(config) ? Object.keys(config) : [];
  const positions = new Map(written.map((key, index) => [plain(key), { index, key }]));
  return Object.keys(tree)
    .map((name) => ({ name, position: positions.get(plain(name)) }))
    .sort((a, b) => {
      const order = (a.position?.index ?? written.length) - (b.position?.index ?? written.length);
      return order || compareText(a.name, b.name);
    })
    .map(({ name, position }) => {
      const value = position && isObject(config) ? config[position.key] : undefined;
      return [name, tree[name], value] as const;
    });
}

/** `multiAz` and `multi_az` are one name. */
function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
