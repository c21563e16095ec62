import type { Catalog } from '../../catalog/catalog.ts';
import type { Fallback, Tier } from '../language/field.ts';
import type { Scope, WrittenScalar } from '../language/scope.ts';
import type { SpecPath } from '../spec-path.ts';
import { cellOf, childrenOf, type Lazy } from './lazy.ts';
import type { DerivationInput } from './origin.ts';
import type { Item } from './resolve.ts';

interface Surroundings {
  readonly environment: string;
  readonly tier: Tier;
  readonly catalog: Catalog;
  readonly items: readonly Item[];
  readonly root: Lazy;
}

/** Computes a derived value and remembers what it was made from, in the order of reading. */
export function derive(
  fallback: Extract<Fallback, { kind: 'derived' }>,
  { environment, tier, catalog, items, root }: Surroundings,
): { value: unknown; inputs: readonly DerivationInput[] } {
  const inputs: DerivationInput[] = [];
  const read = (base: Lazy | undefined, basePath: SpecPath, dotted: string): Written => {
    const names = dotted.split('.');
    const value = valueAt(base, names);
    inputs.push({ path: [...basePath, ...names], text: value === undefined ? undefined : spell(value) });
    return value;
  };
  const scope: Scope = {
    environment,
    tier,
    catalog,
    keys: items.map(({ key }) => key),
    get: (dotted) => read(items[0]?.lazy, items[0]?.path ?? [], dotted),
    getOuter: (dotted) => read(items[1]?.lazy, items[1]?.path ?? [], dotted),
    getRoot: (dotted) => read(root, [], dotted),
    rootKeys: (...path) => {
      const keys = keysAt(root, path);
      inputs.push({ path, text: keys.length === 0 ? undefined : spell(keys) });
      return keys;
    },
  };
  return { value: fallback.compute(scope), inputs };
}

type Written = WrittenScalar | readonly WrittenScalar[] | undefined;

function valueAt(base: Lazy | undefined, names: readonly string[]): Written {
  const lazy = lazyAt(base, names);
  if (!lazy || childrenOf(lazy)) return undefined; // asking a group would ask for the value that is being made
  const cell = cellOf(lazy);
  return cell?.kind === 'leaf' ? cell.written : undefined;
}

/** Which keys a map has is known before any of its values is. */
function keysAt(base: Lazy, names: readonly string[]): readonly string[] {
  const lazy = lazyAt(base, names);
  return [...((lazy && childrenOf(lazy)?.keys()) ?? [])];
}

function lazyAt(base: Lazy | undefined, names: readonly string[]): Lazy | undefined {
  let lazy = base;
  for (const name of names) lazy = lazy && childrenOf(lazy)?.get(name);
  return lazy;
}

function spell(value: WrittenScalar | readonly WrittenScalar[]): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}
