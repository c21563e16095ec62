import type { JsonSchema } from '../../src/compiler/language/json-schema.ts';

/** All keys that a schema of the language has, as paths; `*` stands for a key that the user chooses. */
export function keysOf(schema: JsonSchema, path = ''): string[] {
  return childrenOf(schema).flatMap(([name, child]) => {
    const here = join(path, name);
    return name === '*' ? keysOf(child, here) : [here, ...keysOf(child, here)];
  });
}

/** Those of them that a value has. */
export function usedKeys(schema: JsonSchema, value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const children = new Map(childrenOf(schema));
  return Object.entries(value).flatMap(([key, item]) => {
    const name = children.has(key) ? key : '*';
    const child = children.get(name);
    return child ? [join(path, name), ...usedKeys(child, item, join(path, name))] : [];
  });
}

function childrenOf({ properties, additionalProperties }: JsonSchema): (readonly [string, JsonSchema])[] {
  const named = Object.entries((properties ?? {}) as Record<string, JsonSchema>);
  const isMap = typeof additionalProperties === 'object' && additionalProperties !== null;
  return isMap ? [...named, ['*', additionalProperties as JsonSchema]] : named;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
