/** Names of attributes, or `'all'` for every string in a block and in the blocks inside it. */
export type LiteralPositions = 'all' | ReadonlySet<string>;

/**
 * Where Terraform takes a JSON string as it is and not as a template, so that `$${` would stay visible.
 * HCL has no such difference: there `$${` is an escape everywhere.
 *
 * @param type of a top-level block; the blocks inside it, other than those of `terraform`, hold templates
 * @source measured with Terraform 1.11.4 (2026-11)
 */
export function literalPositions(type: string): LiteralPositions {
  return POSITIONS.get(type) ?? NO_LITERALS;
}

/** For a block in which every string is a template. */
export const NO_LITERALS: LiteralPositions = new Set<string>();

const POSITIONS: ReadonlyMap<string, LiteralPositions> = new Map<string, LiteralPositions>([
  ['terraform', 'all'],
  ['variable', new Set(['default', 'description'])],
  ['output', new Set(['description'])],
  ['module', new Set(['source', 'version'])],
  ['provider', new Set(['alias', 'version'])],
]);
