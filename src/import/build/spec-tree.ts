export type SpecScalar = string | number | boolean;
export type SpecValue = SpecScalar | readonly SpecScalar[];
export type SpecTree = Map<string, SpecTree | SpecValue>;

/** A spec under construction. */
export class SpecBuilder {
  readonly tree: SpecTree = new Map();
  /** Leaves that may go where the language would say the same without them. */
  readonly #optional: (readonly string[])[] = [];

  get optional(): readonly (readonly string[])[] {
    return this.#optional;
  }

  /** Written whatever the default is; undefined is not written. */
  set(path: readonly string[], value: SpecValue | undefined): void {
    if (value === undefined) return;
    let map = this.tree;
    for (const key of path.slice(0, -1)) {
      const next = map.get(key);
      if (next instanceof Map) map = next;
      else {
        const made: SpecTree = new Map();
        map.set(key, made);
        map = made;
      }
    }
    map.set(path.at(-1) ?? '', value);
  }

  /** Written where it differs from the default. */
  unlessDefault(path: readonly string[], value: SpecValue | undefined): void {
    if (value === undefined) return;
    this.set(path, value);
    this.#optional.push(path);
  }

  /** The same for one item. */
  at(...prefix: readonly string[]): ItemBuilder {
    return {
      set: (key, value) => this.set([...prefix, ...key.split('.')], value),
      unlessDefault: (key, value) => this.unlessDefault([...prefix, ...key.split('.')], value),
      setLiteral: (key, value) => this.set([...prefix, key], value),
      inside: (...keys) => this.at(...prefix, ...keys),
    };
  }
}

/** Keys are dotted; those of other people, which may hold a dot, go through `inside` and `setLiteral`. */
export interface ItemBuilder {
  set(key: string, value: SpecValue | undefined): void;
  unlessDefault(key: string, value: SpecValue | undefined): void;
  setLiteral(key: string, value: SpecValue | undefined): void;
  inside(...keys: readonly string[]): ItemBuilder;
}

/** The tree without the leaves at these paths, and without maps that lose their last key by it. */
export function without(tree: SpecTree, paths: readonly (readonly string[])[]): SpecTree {
  const gone = new Set(paths.map((path) => JSON.stringify(path)));
  const copy = (map: SpecTree, path: readonly string[]): SpecTree => {
    const kept: SpecTree = new Map();
    for (const [key, value] of map) {
      const at = [...path, key];
      if (value instanceof Map) {
        const child = copy(value, at);
        if (child.size > 0) kept.set(key, child);
      } else if (!gone.has(JSON.stringify(at))) kept.set(key, value);
    }
    return kept;
  };
  return copy(tree, []);
}
