import { isObject } from '../../util/is-object.ts';
import type { AttributeSchema, BlockSchema, NestedBlock } from './block-schema.ts';
import { isBlock } from './block-schema.ts';
import { checkValue } from './check-value.ts';
import { addInside, type Finding, NO_FINDINGS } from './finding.ts';
import { nearestName, toSnakeCase } from './nearest-name.ts';
import { requiredBy } from './required.ts';

/**
 * Holds a synthesized body to the schema of its block, and every block in it to its own.
 *
 * @param body in Terraform's JSON form: snake_case, a block as an object or an array of objects, `//` a comment.
 *   `null` and `undefined` mean "not set"
 * @param path of the body, for the findings
 * @param ignored names at the top of the body that are not looked at: meta-arguments, see `checkConfiguration`
 * @returns every finding, in the order: names as written, then what is missing; empty if the body fits
 */
export function checkBody(
  schema: BlockSchema,
  body: Readonly<Record<string, unknown>>,
  path = '',
  ignored: ReadonlySet<string> = NOTHING,
): readonly Finding[] {
  return findingsOf(schema, body, ignored).map((finding) => ({
    path: path === '' ? finding.path.slice('.'.length) : path + finding.path,
    message: finding.message,
  }));
}

const NOTHING: ReadonlySet<string> = new Set();

function findingsOf(
  schema: BlockSchema,
  body: Readonly<Record<string, unknown>>,
  ignored: ReadonlySet<string>,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const name of Object.keys(body)) {
    const value = body[name];
    if (name === '//' || !isSet(value) || ignored.has(name)) continue;
    addInside(findings, name, checkName(schema, name, value));
  }
  const { attributes, blocks } = requiredBy(schema);
  for (const name of attributes)
    if (!isSet(body[name])) findings.push({ path: `.${name}`, message: 'missing required attribute' });
  for (const name of blocks)
    if (!isSet(body[name])) findings.push({ path: `.${name}`, message: 'missing required block' });
  return findings;
}

function checkName(schema: BlockSchema, name: string, value: unknown): readonly Finding[] {
  if (isBlock(schema, name)) return checkBlocks(schema.blocks[name]!, value);
  if (Object.hasOwn(schema.attributes, name)) return checkAttribute(schema.attributes[name]!, value);
  return [{ path: '', message: unknownName(schema, name) }];
}

function checkAttribute(schema: AttributeSchema, value: unknown): readonly Finding[] {
  if (schema.presence === 'computed') return [{ path: '', message: 'only the provider sets this attribute' }];
  return checkValue(schema.type, value);
}

function checkBlocks(schema: NestedBlock, value: unknown): readonly Finding[] {
  if (!Array.isArray(value)) return [...checkCount(schema, 1), ...checkBlock(schema, value)];
  const findings = [...checkCount(schema, value.length)];
  for (const [index, item] of value.entries()) addInside(findings, index, checkBlock(schema, item));
  return findings;
}

function checkBlock(schema: NestedBlock, value: unknown): readonly Finding[] {
  if (isObject(value)) return findingsOf(schema.block, value, NOTHING);
  return [{ path: '', message: 'a block has to be an object' }];
}

function checkCount(schema: NestedBlock, count: number): readonly Finding[] {
  const { minItems, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (count < minItems)
    return [{ path: '', message: `${count} blocks where Terraform wants at least ${minItems}` }];
  if (count > maxItems)
    return [{ path: '', message: `${count} blocks where Terraform takes at most ${maxItems}` }];
  return NO_FINDINGS;
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
