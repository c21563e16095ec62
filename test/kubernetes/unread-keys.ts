/**
 * Calls a compiled validator and tells which keys it never looked at.
 *
 * The API server ignores or, when asked to be strict, refuses fields it does not know, but its OpenAPI schema
 * does not forbid them, so that no validator made from it complains. A validator that knows a field reads it, and
 * one that accepts any key enumerates them; a key of an object that was visited, neither read nor enumerated, is
 * therefore unknown.
 *
 * @returns paths, as `spec.containers[0].foo`, in the order of the document
 */
export function unreadKeys(value: object, validate: (value: object) => void): string[] {
  const visited: Visit[] = [];
  const watch = (target: object, path: string): object => {
    const visit: Visit = { target, path, read: new Set(), isEnumerated: Array.isArray(target) };
    visited.push(visit);
    const children = new Map<PropertyKey, object>();
    return new Proxy(target, {
      get(_, key) {
        visit.read.add(key);
        const item: unknown = Reflect.get(target, key);
        if (typeof item !== 'object' || item === null) return item;
        // One proxy for each object: several schemas may look at the same one, each at its own keys.
        const child = children.get(key) ?? watch(item, pathOf(target, path, key));
        children.set(key, child);
        return child;
      },
      ownKeys() {
        visit.isEnumerated = true;
        return Reflect.ownKeys(target);
      },
    });
  };
  validate(watch(value, ''));
  return (
    visited
      // What a validator refuses as a whole, such as an object in place of a list, it does not look into.
      .filter(({ isEnumerated, read }) => !isEnumerated && read.size > 0)
      .flatMap(({ target, path, read }) =>
        Object.keys(target)
          .filter((key) => !read.has(key))
          .map((key) => pathOf(target, path, key)),
      )
  );
}

interface Visit {
  readonly target: object;
  readonly path: string;
  readonly read: Set<PropertyKey>;
  isEnumerated: boolean;
}

function pathOf(target: object, path: string, key: PropertyKey): string {
  if (Array.isArray(target)) return `${path}[${String(key)}]`;
  return path === '' ? String(key) : `${path}.${String(key)}`;
}
