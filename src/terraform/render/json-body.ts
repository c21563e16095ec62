import { invariant } from '../../util/invariant.ts';
import type { Attribute, Block, Body } from '../ir.ts';
import { identifier } from './identifier.ts';
import type { JsonTree } from './json-text.ts';
import { jsonValue, type Reading } from './json-value.ts';
import { type LiteralPositions, NO_LITERALS } from './literal-positions.ts';

/**
 * The inside of a block as JSON: attributes, then nested blocks by type. One nested block of a type is an
 * object, several are a list; labels become objects around them.
 *
 * @throws an invariant when an attribute is written twice or has the name of a nested block
 */
export function jsonBody(body: Body, literals: LiteralPositions): ReadonlyMap<string, JsonTree> {
  const result = new Map<string, JsonTree>();
  for (const attribute of body.attributes) {
    invariant(!result.has(attribute.name), `the attribute ${attribute.name} is written twice in one block`);
    result.set(identifier(attribute.name), jsonValue(attribute.value, readingOf(attribute, literals)));
  }
  for (const type of new Set(body.blocks.map((block) => block.type))) {
    const blocks = body.blocks.filter((block) => block.type === type);
    invariant(!result.has(type), `${type} is an attribute and a block`);
    result.set(identifier(type), nested(blocks, literals === 'all' ? 'all' : NO_LITERALS));
  }
  return result;
}

function readingOf(attribute: Attribute, literals: LiteralPositions): Reading {
  if (attribute.references) return 'reference';
  return literals === 'all' || literals.has(attribute.name) ? 'literal' : 'template';
}

function nested(blocks: readonly Block[], literals: LiteralPositions): JsonTree {
  const bodies = blocks.map((block) => {
    const body: JsonTree = jsonBody(block.body, literals);
    return block.labels.reduceRight<JsonTree>((inner, label) => new Map([[identifier(label), inner]]), body);
  });
  const [body, ...others] = bodies;
  // A list of objects with one label each keeps order and repetitions, as of provisioners.
  return others.length === 0 && body !== undefined ? body : bodies;
}
