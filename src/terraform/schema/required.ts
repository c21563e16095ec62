import { oncePer } from '../../util/once-per.ts';
import type { BlockSchema } from './block-schema.ts';

/** Names without which a block is refused. */
export interface Required {
  readonly attributes: readonly string[];
  readonly blocks: readonly string[];
}

/** Asked for every block of every environment, so that each schema is gone through once and not each time. */
export const requiredBy = oncePer(
  ({ attributes, blocks }: BlockSchema): Required => ({
    attributes: Object.keys(attributes).filter((name) => attributes[name]!.presence === 'required'),
    blocks: Object.keys(blocks).filter((name) => blocks[name]!.minItems > 0),
  }),
);
