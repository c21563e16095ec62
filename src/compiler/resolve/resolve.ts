import type { Catalog } from '../../catalog/catalog.ts';
import { compareText } from '../../util/compare.ts';
import { invariant } from '../../util/invariant.ts';
import type { Fallback, Field, Form, MapForm, Tier } from '../language/field.ts';
import type { WrittenScalar } from '../language/scope.ts';
import type { SourceEntry, SourceList, SourceMap, SourceNode, SpecDocument } from '../source-tree.ts';
import type { SpecPath } from '../spec-path.ts';
import type { Cell, GroupCell } from './cell.ts';
import { derive } from './derive.ts';
import { readLeaf } from './leaf.ts';
import type { Origin } from './origin.ts';

/**
 * Fills in everything that nobody wrote and gives every leaf its origin.
 *
 * Maps are sorted by key and unordered lists by item, so that the order of a spec cannot change the output.
 *
 * @param document has passed the shape phase: no unknown keys, no wrong types, nothing missing
 */
export function resolveCells(root: Field, document: SpecDocument, catalog: Catalog): GroupCell {
  const environment = textAt(document.root, 'environment');
  const tier = textAt(document.root, 'tier') as Tier;
  const builder = new Builder(document.file, environment, tier, catalog);
  const lazy = builder.build(root, { node: document.root }, [], [], 'root');
  const cell = lazy?.();
  invariant(cell?.kind === 'section', 'the root of a spec is a section');
  return cell;
}

/** A value that is only computed when somebody asks, so that derivations may read each other. */
export type Lazy = (() => Cell | undefined) & { readonly children?: ReadonlyMap<string, Lazy> };

/** What stands in the source for a field, with the entry that holds it. */
interface Source {
  readonly node: SourceNode;
  readonly entry?: SourceEntry;
}

class Builder {
  readonly #file: string;
  readonly #environment: string;
  readonly #tier: Tier;
  readonly #catalog: Catalog;
  #root: Lazy | undefined;

  constructor(file: string, environment: string, tier: Tier, catalog: Catalog) {
    this.#file = file;
    this.#environment = environment;
    this.#tier = tier;
    this.#catalog = catalog;
  }

  /**
   * @param items the map items around the field, innermost first
   * @param role the root is registered before its children are computed
   */
  build(
    field: Field,
    source: Source | undefined,
    path: SpecPath,
    items: readonly Item[],
    role?: 'root',
  ): Lazy | undefined {
    const { form, fallback } = field;
    if (source && isSwitchedOff(field, source.node)) {
      // A leaf, so that a resolved spec says so too; the model has nothing there.
      const origin = this.#originOf(source);
      return once(() => ({ kind: 'leaf', path, written: false, value: undefined, origin }));
    }
    const written = source && !isNullForUnset(field, source.node) ? source : undefined;
    if (form.kind === 'section' || form.kind === 'map' || isListOfGroups(form)) {
      if (!written && isAbsent(fallback, this.#tier)) return undefined;
      return this.#group(form, fallback, written, path, items, role);
    }
    if (written) {
      const origin = this.#originOf(written);
      return once(() => readLeaf(form, plainOf(written.node), path, origin));
    }
    return this.#fallback(form, fallback, path, items);
  }

  #group(
    form: Form,
    fallback: Fallback,
    source: Source | undefined,
    path: SpecPath,
    items: readonly Item[],
    role: 'root' | undefined,
  ): Lazy {
    const children = new Map<string, Lazy>();
    const kind = form.kind === 'section' || form.kind === 'map' ? form.kind : 'list';
    const lazy: Lazy = Object.assign(
      once((): GroupCell => {
        const entries = new Map<string, Cell>();
        for (const [key, child] of children) {
          const cell = child();
          if (cell) entries.set(key, cell);
        }
        return { kind, path, entries };
      }),
      { children },
    );
    if (role === 'root') this.#root = lazy;
    if (form.kind === 'section') {
      const written = source?.node.kind === 'map' ? source.node.entries : NO_ENTRIES;
      for (const [name, field] of Object.entries(form.fields)) {
        add(children, name, this.build(field, sourceOf(written.get(name)), [...path, name], items));
      }
    } else if (form.kind === 'map') {
      this.#mapItems(form, fallback, source, path, items, children);
    } else if (form.kind === 'list' && source?.node.kind === 'list') {
      for (const [index, node] of source.node.items.entries()) {
        const name = String(index);
        add(children, name, this.build(form.item, { node }, [...path, name], items));
      }
    }
    return lazy;
  }

  #mapItems(
    form: MapForm,
    fallback: Fallback,
    source: Source | undefined,
    path: SpecPath,
    items: readonly Item[],
    children: Map<string, Lazy>,
  ): void {
    if (source?.node.kind === 'map') {
      const sorted = [...source.node.entries.values()].sort((a, b) => compareText(a.key, b.key));
      for (const entry of sorted) this.#mapItem(form.item, sourceOf(entry), entry.key, path, items, children);
      return;
    }
    // Only maps of leaves have defaults, such as the labels of a group.
    const value =
      fallback.kind === 'tier' ? fallback.values[this.#tier] : 'value' in fallback ? fallback.value : {};
    const origin = originOfFallback(fallback, this.#tier);
    const entries = Object.entries(value as Record<string, WrittenScalar>);
    for (const [key, written] of entries.sort(([a], [b]) => compareText(a, b))) {
      children.set(
        key,
        once(() => readLeaf(form.item.form, written, [...path, key], origin)),
      );
    }
  }

  #mapItem(
    field: Field,
    source: Source | undefined,
    key: string,
    path: SpecPath,
    items: readonly Item[],
    children: Map<string, Lazy>,
  ): void {
    const item: { key: string; path: SpecPath; lazy?: Lazy } = { key, path: [...path, key] };
    const lazy = this.build(field, source, item.path, [item, ...items]);
    if (!lazy) return;
    item.lazy = lazy;
    children.set(key, lazy);
  }

  #fallback(form: Form, fallback: Fallback, path: SpecPath, items: readonly Item[]): Lazy | undefined {
    switch (fallback.kind) {
      case 'required':
      case 'absent':
        return undefined;
      case 'default':
        return once(() => readLeaf(form, fallback.value, path, originOfFallback(fallback, this.#tier)));
      case 'tier': {
        const value = fallback.values[this.#tier];
        return once(() => readLeaf(form, value, path, originOfFallback(fallback, this.#tier)));
      }
      case 'derived':
        return once(() => {
          const surroundings = {
            environment: this.#environment,
            tier: this.#tier,
            catalog: this.#catalog,
            items,
            root: this.#root!,
          };
          const { value, inputs } = derive(fallback, surroundings);
          if (value === undefined) return undefined;
          return readLeaf(form, value, path, { kind: 'derived', formula: fallback.formula, inputs });
        });
    }
  }

  #originOf({ node, entry }: Source): Origin {
    const previous = entry?.previous;
    if (previous) {
      const text = spelling(previous.value);
      return { kind: 'overrode', span: node.span, previous: { text, span: previous.value.span } };
    }
    return { kind: node.span.file === this.#file ? 'set' : 'inherited', span: node.span };
  }
}

/** A map item around a value. */
export interface Item {
  readonly key: string;
  readonly path: SpecPath;
  readonly lazy?: Lazy;
}

const NO_ENTRIES: ReadonlyMap<string, SourceEntry> = new Map();

function add(children: Map<string, Lazy>, name: string, lazy: Lazy | undefined): void {
  if (lazy) children.set(name, lazy);
}

function sourceOf(entry: SourceEntry | undefined): Source | undefined {
  return entry && { node: entry.value, entry };
}

function isNullForUnset({ nullable }: Field, node: SourceNode): boolean {
  return nullable === true && node.kind === 'scalar' && node.value === null;
}

function isSwitchedOff({ form }: Field, node: SourceNode): boolean {
  return form.kind === 'section' && form.switchable && node.kind === 'scalar' && node.value === false;
}

/** A section that the tier switches off is absent like one that nobody wrote. */
function isAbsent(fallback: Fallback, tier: Tier): boolean {
  return fallback.kind === 'absent' || (fallback.kind === 'tier' && fallback.values[tier] === false);
}

function isListOfGroups(form: Form): boolean {
  return form.kind === 'list' && (form.item.form.kind === 'section' || form.item.form.kind === 'map');
}

function originOfFallback(fallback: Fallback, tier: Tier): Origin {
  if (fallback.kind === 'tier') return { kind: 'preset', name: `tier ${tier}`, why: fallback.why };
  return { kind: 'default', why: fallback.kind === 'default' ? fallback.why : '' };
}

function plainOf(node: SourceNode): unknown {
  invariant(node.kind !== 'map', 'a leaf is no map');
  return node.kind === 'list' ? listOf(node) : node.value;
}

function listOf(node: SourceList): unknown[] {
  return node.items.map((item) => plainOf(item));
}

function spelling(node: SourceNode): string {
  if (node.kind === 'scalar') return node.source;
  if (node.kind === 'list') return `[${node.items.map(spelling).join(', ')}]`;
  return '{…}';
}

function textAt(root: SourceMap, key: string): string {
  const node = root.entries.get(key)?.value;
  invariant(node?.kind === 'scalar' && typeof node.value === 'string', `the shape phase has checked ${key}`);
  return node.value;
}

function once<T>(compute: () => T): () => T {
  let state: 'new' | 'running' | 'done' = 'new';
  let result: T;
  return () => {
    if (state === 'done') return result;
    invariant(state === 'new', 'derived values depend on each other in a circle');
    state = 'running';
    result = compute();
    state = 'done';
    return result;
  };
}
