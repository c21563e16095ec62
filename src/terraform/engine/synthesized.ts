import { TerraformElement, type TerraformStack } from 'cdktf';
import { invariant } from '../../util/invariant.ts';
import { START } from './expression.ts';
import type { Tree } from './to-body.ts';

/**
 * What `TerraformStack.toTerraform()` returns, without the metadata. cdktf would go through everything twice more and look
 * for tokens in every text, a third of a synthesis (0.21.0, 2026-11-27); `literal.ts` lets no token in.
 */
export function synthesized(stack: TerraformStack): Tree {
  const tree: MutableTree = {};
  for (const child of stack.node.children) {
    if (TerraformElement.isTerraformElement(child)) merge(tree, child.toTerraform());
  }
  // cdktf keeps what `addOverride` was told in a private field.
  const { rawOverrides } = stack as unknown as { readonly rawOverrides: Tree };
  merge(tree, rawOverrides);
  return given(tree) as Tree;
}

type MutableTree = { [key: string]: unknown };

/** Of two elements nothing but the way to them is the same, and lists of anonymous blocks and of providers. */
function merge(target: MutableTree, source: Tree): void {
  for (const key of Object.keys(source)) {
    const known = target[key];
    const added = source[key];
    if (added === undefined) continue;
    if (known === undefined) target[key] = added;
    else if (Array.isArray(known) && Array.isArray(added)) target[key] = [...known, ...added];
    else if (isTree(known) && isTree(added)) merge(known, added);
    else target[key] = added;
  }
}

function isTree(value: unknown): value is MutableTree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without what is `undefined`: cdktf says so of all that was not given. */
function given(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value.includes(START)) invariant(false, `an expression is not live in ${JSON.stringify(value)}`);
    return value;
  }
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(given);
  if (!isTree(value)) return value;
  const result: MutableTree = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item !== undefined) result[key] = given(item);
  }
  return result;
}
