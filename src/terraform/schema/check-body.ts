import { isObject } from '../../util/is-object.ts';
import type { AttributeSchema, BlockSchema, NestedBlock } from './block-schema.ts';
import { isBlock } from './block-schema.ts';
import { checkValue } from './check-value.ts';
import type { Finding } from './finding.ts';
import { nearestName, toSnakeCase } from './nearest-name.ts';

/**
 * Holds a synthesized body to the schema of its block, and every block in it to its own.
 *
 * @param body in Terraform's JSON form: snake_case, a block as an object or an array of objects, `//` a comment;
 *   without meta-arguments, see `checkConfiguration`. `null` and `undefined` mean "not set"
 * @param path of the body, for the findings
 * @returns every finding, in the order: names as written, then what is missing; empty if the body fits
 */
export function checkBody(
  schema: BlockSchema,
  body: Readonly<Record<string, unknown>>,
  path = '',
): readonly Finding[] {
  const written = Object.entries(body).filter(([name, value]) => name !== '//' && isSet(value));
  return [
    ...written.flatMap(([name, value]) => checkName(schema, name, value, join(path, name))),
    ...missing(schema, body, path),
  ];
}

function checkName(schema: BlockSchema, name: string, value: unknown, path: string): readonly Finding[] {
  if (isBlock(schema, name)) return checkBlocks(schema.blocks[name]!, value, path);
  if (Object.hasOwn(schema.attributes, name)) return checkAttribute(schema.attributes[name]!, value, path);
  return [{ path, message: unknownName(schema, name) }];
}

function checkAttribute(schema: AttributeSchema, value: unknown, path: string): readonly Finding[] {
  if (schema.presence === 'computed') return [{ path, message: 'only the provider sets this attribute' }];
  return checkValue(schema.type, value, path);
}

function checkBlocks(schema: NestedBlock, value: unknown, path: string): readonly Finding[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const inside = items.flatMap((item, index) => {
    const itemPath = Array.isArray(value) ? `${path}[${index}]` : path;
    if (isObject(item)) return checkBody(schema.block, item, itemPath);
    return [{ path: itemPath, message: 'a block has to be an object' }];
  });
  return [...checkCount(schema, items.length, path), ...inside];
}

function checkCount(schema: NestedBlock, count: number, path: string): readonly Finding[] {
  const { minItems, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (count < minItems)
    return [{ path, message: `${count} blocks where Terraform wants at least ${minItems}` }];
  if (count > maxItems)
    return [{ path, message: `${count} blocks where Terraform takes at most ${maxItems}` }];
  return [];
}

function missing(
  schema: BlockSchema,
  body: Readonly<Record<string, unknown>>,
  path: string,
): readonly Finding[] {
  const attributes = Object.entries(schema.attributes)
    .filter(([name, { presence }]) => presence === 'required' && !isSet(body[name]))
    .map(([name]) => ({ path: join(path, name), message: 'missing required attribute' }));
  const blocks = Object.entries(schema.blocks)
    .filter(([name, { minItems }]) => minItems > 0 && !isSet(body[name]))
    .map(([name]) => ({ path: join(path, name), message: 'missing required block' }));
  return [...attributes, ...blocks];
}

function unknownName(schema: BlockSchema, name: string): string {
  const known = [...Object.keys(schema.attributes), ...Object.keys(schema.blocks)];
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? '' : `; nearest is ${nearest}`;
  // cdktf's listMapper hands on what is no array with its keys as they are (seen with cdktf 0.21.0).
  const cause =
    toSnakeCase(name) === name ? '' : '; camelCase: was an object given where the binding wants an array?';
  return `unknown name${hint}${cause}`;
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
