import { constructId, fingerprintOf } from '../terraform/engine/fingerprint.ts';
import type { Root } from '../terraform/engine/root.ts';
import type { Tree } from '../terraform/engine/to-body.ts';
import { toFiles } from '../terraform/engine/to-files.ts';
import { type Element, elementsOf } from './element.ts';

/**
 * Reads what components have put into a root. Of thousands of roots that differ in a value each, only what is not
 * as it was the first time is written by cdktf, which takes most of the time of all.
 */
export class ElementReader {
  /** By folder and fingerprint. */
  readonly #known = new Map<string, Element>();

  /**
   * @param folder `kubernetes/`, or nothing
   * @param own keys of the root that are wanted; everything else is taken out of it
   * @throws an invariant when one does not fit its provider's schema
   */
  read(root: Root, folder: string, own: readonly string[], mode?: 'remember'): readonly Element[] {
    // Both roots may have the same lookup.
    const prints = own.map((key) => `${folder}${fingerprintOf(root, key)}`);
    const isKnown = prints.map((print) => this.#known.has(print));
    const unknown = own.filter((_, index) => !isKnown[index]);
    const written = unknown.length === 0 ? undefined : writtenOf(root, folder, new Set(unknown));
    return own.map((key, index) => {
      const print = prints[index]!;
      const element = this.#known.get(print) ?? written!.get(key)!;
      if (mode) this.#known.set(print, element);
      return element;
    });
  }
}

function writtenOf(root: Root, folder: string, wanted: ReadonlySet<string>): ReadonlyMap<string, Element> {
  for (const key of root.placed.keys()) {
    const id = constructId(key);
    if (id !== undefined && !wanted.has(key)) root.stack.node.tryRemoveChild(id);
  }
  // Overrides of the stack cannot be taken out.
  const placed = [...root.placed].filter(([key]) => wanted.has(key) || constructId(key) === undefined);
  const files = toFiles(root.stack.toTerraform() as Tree, new Map(placed), []);
  const elements = elementsOf(
    files,
    folder,
    placed.map(([key, { file }]) => [key, file] as const),
  );
  return new Map(placed.map(([key], index) => [key, elements[index]!]));
}
