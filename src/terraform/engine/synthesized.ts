import {
  DefaultTokenResolver,
  StringConcat,
  TerraformElement,
  type TerraformStack,
  Tokenization,
} from 'cdktf';
import { invariant } from '../../util/invariant.ts';
import { START } from './expression.ts';
import type { Tree } from './to-body.ts';

/**
 * What `TerraformStack.toTerraform()` returns, without the metadata. It goes through everything once and asks cdktf once
 * about each token; cdktf itself goes through everything twice and looks into every string for five kinds of token: a
 * third of a synthesis (2026-11-27).
 */
export function synthesized(stack: TerraformStack): Tree {
  const resolver = new Resolver(stack);
  const tree: MutableTree = {};
  for (const child of stack.node.children) {
    if (TerraformElement.isTerraformElement(child))
      merge(tree, resolver.resolved(child.toTerraform()) as Tree);
  }
  // cdktf keeps what `addOverride` was told in a private field.
  const { rawOverrides } = stack as unknown as { readonly rawOverrides: Tree };
  merge(tree, resolver.resolved(rawOverrides) as Tree);
  return tree;
}

type MutableTree = { [key: string]: unknown };

class Resolver {
  readonly #scope: TerraformStack;
  readonly #references = new Map<string, unknown>();

  constructor(scope: TerraformStack) {
    this.#scope = scope;
  }

  resolved(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value);
    if (typeof value === 'number') return isPlainNumber(value) ? value : this.#byCdktf(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return this.#list(value);
    if (Object.getPrototypeOf(value) !== Object.prototype) return this.#byCdktf(value);
    const result: MutableTree = {};
    for (const key of Object.keys(value)) {
      if (!isPlainText(key)) return this.#byCdktf(value);
      const item = this.resolved((value as Tree)[key]);
      if (item !== undefined) result[key] = item;
    }
    return result;
  }

  #list(list: readonly unknown[]): unknown {
    const result: unknown[] = [];
    for (const item of list) {
      // A list of which all is one token looks like a list with one odd item.
      if (!isPlainItem(item)) return this.#byCdktf(list);
      const resolved = this.resolved(item);
      if (resolved !== undefined) result.push(resolved);
    }
    return result;
  }

  /** Most texts with a token are nothing but a token, and the same one in many places. */
  #text(text: string): unknown {
    if (text.includes(START)) invariant(false, `an expression is not live in ${JSON.stringify(text)}`);
    if (isPlainText(text)) return text;
    if (!this.#references.has(text)) this.#references.set(text, this.#byCdktf(text));
    return this.#references.get(text);
  }

  #byCdktf(value: unknown): unknown {
    return Tokenization.resolve(value, { scope: this.#scope, preparing: false, resolver: TOKENS });
  }
}

const TOKENS = new DefaultTokenResolver(new StringConcat());

/** Texts and lists are marked by words, numbers by an exponent that no other number has. */
function isPlainText(text: string): boolean {
  return !text.includes('{TfToken[') && (!text.includes('e+') || !/[-|\d.+]e\+/.test(text));
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
  for (const key of Object.keys(source)) {
    const known = target[key];
    const added = source[key];
    if (known === undefined) target[key] = added;
    else if (Array.isArray(known) && Array.isArray(added)) target[key] = [...known, ...added];
    else if (isTree(known) && isTree(added)) merge(known, added);
    else target[key] = added;
  }
}

function isTree(value: unknown): value is MutableTree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
