import type { Field } from '../language/field.ts';
import { type JsonSchema, jsonSchemaOf } from '../language/json-schema.ts';

/**
 * The schema of a language as ajv gets it: the same meaning as the one for people, without what only people read, and
 * with every section, and all that is said twice, said once. Its code is half as long then, what a spec does not have is
 * not even compiled by the engine, and ajv itself takes 170 ms instead of 270 (2026-11-27).
 */
export function schemaToCompile(language: Field): JsonSchema {
  const schema = checksOf(jsonSchemaOf(language));
  const counts = new Map<string, number>();
  count(schema, counts);
  const names = new Map<string, string>();
  const $defs: Record<string, JsonSchema> = {};
  const shared = (part: JsonSchema): JsonSchema => {
    const text = JSON.stringify(part);
    if (part['properties'] === undefined && counts.get(text) === 1) return withParts(part, shared);
    let name = names.get(text);
    if (name === undefined) {
      name = String(names.size);
      names.set(text, name);
      $defs[name] = withParts(part, shared);
    }
    return { $ref: `#/$defs/${name}` };
  };
  return { ...withParts(schema, shared), $defs };
}

/** @returns how often each part stands in the schema; parts of what is there twice are counted once */
function count(schema: JsonSchema, counts: Map<string, number>): void {
  const text = JSON.stringify(schema);
  const before = counts.get(text) ?? 0;
  counts.set(text, before + 1);
  if (before > 0) return;
  withParts(schema, (part) => {
    count(part, counts);
    return part;
  });
}

function checksOf({ uniqueItems, ...schema }: JsonSchema): JsonSchema {
  const { description: _description, examples: _examples, default: _default, ...checks } = schema;
  const { 'x-pattern-meaning': _meaning, propertyNames, ...rest } = checks;
  // ajv compares maps pair by pair: a list of 100,000 items, which is longer than allowed but compared all the same,
  // would take minutes.
  const isUnique = uniqueItems !== undefined && !isOfMaps(rest['items']);
  return {
    ...withParts(rest, checksOf),
    // Never shared: ajv says of which name an error is only where the schema of the names is in its place.
    ...(isSchema(propertyNames) ? { propertyNames: checksOf(propertyNames) } : {}),
    ...(isUnique ? { uniqueItems } : {}),
  };
}

function isOfMaps(items: unknown): boolean {
  const type = (items as JsonSchema | undefined)?.['type'];
  return [type].flat().some((name) => name === 'object' || name === 'array');
}

/** The schema with each schema in it changed; what its keywords say besides is data, whatever it looks like. */
function withParts(schema: JsonSchema, change: (part: JsonSchema) => JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (!isSchema(value)) return [keyword, value];
      if (keyword === 'properties')
        return [
          keyword,
          Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part as JsonSchema)])),
        ];
      // Whether items can be compared by a look into a table ajv sees only where their schema is in its place.
      const isPart = keyword === 'additionalProperties' || (keyword === 'items' && !schema['uniqueItems']);
      return [keyword, isPart ? change(value) : value];
    }),
  );
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
