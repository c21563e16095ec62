import {
  DefaultTokenResolver,
  StringConcat,
  TerraformElement,
  type TerraformStack,
  Tokenization,
} from 'cdktf';
import type { Tree } from './to-body.ts';

/**
 * What `TerraformStack.toTerraform()` returns, without the metadata. It goes through everything once and hands only the
 * few values to cdktf in which there is a token; cdktf itself goes through everything twice and looks into every string
 * for five kinds of token: a third of a synthesis (2026-11-27).
 */
export function synthesized(stack: TerraformStack): Tree {
  const tree: MutableTree = {};
  for (const child of stack.node.findAll()) {
    if (TerraformElement.isTerraformElement(child)) merge(tree, resolved(stack, child.toTerraform()) as Tree);
  }
  // cdktf keeps what `addOverride` was told in a private field.
  const { rawOverrides } = stack as unknown as { readonly rawOverrides: Tree };
  merge(tree, resolved(stack, rawOverrides) as Tree);
  return tree;
}

type MutableTree = { [key: string]: unknown };

function resolved(stack: TerraformStack, value: unknown): unknown {
  if (typeof value === 'string') return isPlainText(value) ? value : byCdktf(stack, value);
  if (typeof value === 'number') return isPlainNumber(value) ? value : byCdktf(stack, value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    // A list of which all is one token looks like a list with one odd item.
    if (!value.every(isPlainItem)) return byCdktf(stack, value);
    return value.map((item) => resolved(stack, item)).filter((item) => item !== undefined);
  }
  if (Object.getPrototypeOf(value) !== Object.prototype || !Object.keys(value).every(isPlainText))
    return byCdktf(stack, value);
  const result: MutableTree = {};
  for (const key of Object.keys(value)) {
    const item = resolved(stack, (value as Tree)[key]);
    if (item !== undefined) result[key] = item;
  }
  return result;
}

const TOKENS = new DefaultTokenResolver(new StringConcat());

function byCdktf(scope: TerraformStack, value: unknown): unknown {
  return Tokenization.resolve(value, { scope, preparing: false, resolver: TOKENS });
}

/** Texts and lists are marked by words, numbers by an exponent that no other number has. */
function isPlainText(text: string): boolean {
  return !text.includes('{TfToken[') && !/[-|\d.+]e[-|\d.eE+]/.test(text);
}

/** A token is a number near -1e289; the engine takes no such number from a spec. */
function isPlainNumber(value: number): boolean {
  return Math.abs(value) < 1e280;
}

function isPlainItem(item: unknown): boolean {
  if (typeof item === 'string') return isPlainText(item);
  return typeof item !== 'number' || isPlainNumber(item);
}

/** Of two elements nothing but the way to them is the same, and lists of anonymous blocks and of providers. */
function merge(target: MutableTree, source: Tree): void {
  for (const [key, value] of Object.entries(source)) {
    const known = target[key];
    if (Array.isArray(known) && Array.isArray(value)) target[key] = [...known, ...value];
    else if (isTree(known) && isTree(value)) merge(known, value);
    else target[key] = value;
  }
}

function isTree(value: unknown): value is MutableTree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
