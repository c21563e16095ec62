import type { BlockSchema } from './block-schema.ts';

/** Names without which a block is refused. */
export interface Required {
  readonly attributes: readonly string[];
  readonly blocks: readonly string[];
}

/** Asked for every block of every environment, so that each schema is gone through once and not each time. */
export function requiredBy(schema: BlockSchema): Required {
  let required = KNOWN.get(schema);
  if (!required) {
    required = read(schema);
    KNOWN.set(schema, required);
  }
  return required;
}

const KNOWN = new WeakMap<BlockSchema, Required>();

function read({ attributes, blocks }: BlockSchema): Required {
  return {
    attributes: Object.keys(attributes).filter((name) => attributes[name]!.presence === 'required'),
    blocks: Object.keys(blocks).filter((name) => blocks[name]!.minItems > 0),
  };
}
