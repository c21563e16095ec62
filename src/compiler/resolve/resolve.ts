import type { Catalog } from '../../catalog/catalog.ts';
import { compareText } from '../../util/compare.ts';
import { invariant } from '../../util/invariant.ts';
import type { Fallback, Field, Form, MapForm, Tier } from '../language/field.ts';
import type { WrittenScalar } from '../language/scope.ts';
import type { SourceEntry, SourceList, SourceMap, SourceNode, SpecDocument } from '../source-tree.ts';
import type { SpecPath } from '../spec-path.ts';
import type { Cell, GroupCell } from './cell.ts';
import { derive } from './derive.ts';
import { fallbackLeaf, originOfFallback } from './fallback-leaf.ts';
import { cellOf, DerivedLeaf, groupOf, type Lazy } from './lazy.ts';
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
  const cell = builder.resolve(root, document.root);
  invariant(cell?.kind === 'section', 'the root of a spec is a section');
  return cell;
}

/** What stands in the source for a field: the entry that holds it, or an item of a list, which has none. */
type Source = Pick<SourceEntry, 'value' | 'previous'>;

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

  resolve(root: Field, source: SourceMap): Cell | undefined {
    this.#root = this.#build(root, { value: source }, [], NO_ITEMS);
    return this.#root && cellOf(this.#root);
  }

  /** @param items the map items around the field, innermost first */
  #build(field: Field, source: Source | undefined, path: SpecPath, items: readonly Item[]): Lazy | undefined {
    const { form, fallback } = field;
    if (source && isSwitchedOff(field, source.value)) {
      // A leaf, so that a resolved spec says so too; the model has nothing there.
      const origin = this.#originOf(source);
      return { kind: 'leaf', path, written: false, value: undefined, origin };
    }
    const written = source && !isNullForUnset(field, source.value) ? source : undefined;
    if (form.kind === 'section' || form.kind === 'map' || isListOfGroups(form)) {
      if (!written && isAbsent(fallback, this.#tier)) return undefined;
      return this.#group(form, fallback, written, path, items);
    }
    if (written) return readLeaf(form, plainOf(written.value), path, this.#originOf(written));
    return this.#fallback(field, path, items);
  }

  #group(
    form: Form,
    fallback: Fallback,
    source: Source | undefined,
    path: SpecPath,
    items: readonly Item[],
  ): Lazy {
    const children = new Map<string, Lazy>();
    if (form.kind === 'section') {
      const written = source?.value.kind === 'map' ? source.value.entries : NO_ENTRIES;
      for (const name of Object.keys(form.fields)) {
        const field = form.fields[name]!;
        const entry = written.get(name);
        // A third of all keys: not even their paths are made.
        if (!entry && field.fallback.kind === 'absent') continue;
        add(children, name, this.#build(field, entry, [...path, name], items));
      }
    } else if (form.kind === 'map') {
      this.#mapItems(form, fallback, source, path, items, children);
    } else if (form.kind === 'list' && source?.value.kind === 'list') {
      for (const [index, value] of source.value.items.entries()) {
        const name = String(index);
        add(children, name, this.#build(form.item, { value }, [...path, name], items));
      }
    }
    return groupOf(form.kind === 'section' || form.kind === 'map' ? form.kind : 'list', path, children);
  }

  #mapItems(
    form: MapForm,
    fallback: Fallback,
    source: Source | undefined,
    path: SpecPath,
    items: readonly Item[],
    children: Map<string, Lazy>,
  ): void {
    if (source?.value.kind === 'map') {
      const sorted = [...source.value.entries.values()].sort((a, b) => compareText(a.key, b.key));
      for (const entry of sorted) this.#mapItem(form.item, entry, path, items, children);
      return;
    }
    // Only maps of leaves have defaults, such as the labels of a group.
    const value =
      fallback.kind === 'tier' ? fallback.values[this.#tier] : 'value' in fallback ? fallback.value : {};
    const origin = originOfFallback(fallback, this.#tier);
    const entries = Object.entries(value as Record<string, WrittenScalar>);
    for (const [key, written] of entries.sort(([a], [b]) => compareText(a, b))) {
      children.set(key, readLeaf(form.item.form, written, [...path, key], origin));
    }
  }

  #mapItem(
    field: Field,
    entry: SourceEntry,
    path: SpecPath,
    items: readonly Item[],
    children: Map<string, Lazy>,
  ): void {
    const { key } = entry;
    const item: { key: string; path: SpecPath; lazy?: Lazy } = { key, path: [...path, key] };
    const lazy = this.#build(field, entry, item.path, [item, ...items]);
    if (!lazy) return;
    item.lazy = lazy;
    children.set(key, lazy);
  }

  #fallback(field: Field, path: SpecPath, items: readonly Item[]): Lazy | undefined {
    const { form, fallback } = field;
    switch (fallback.kind) {
      case 'required':
      case 'absent':
        return undefined;
      case 'default':
      case 'tier':
        return fallbackLeaf(field, this.#tier, path);
      case 'derived':
        return new DerivedLeaf(() => {
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

  #originOf({ value: { span }, previous }: Source): Origin {
    if (previous) {
      const text = spelling(previous.value);
      return { kind: 'overrode', span, previous: { text, span: previous.value.span } };
    }
    return { kind: span.file === this.#file ? 'set' : 'inherited', span };
  }
}

/** A map item around a value. */
export interface Item {
  readonly key: string;
  readonly path: SpecPath;
  readonly lazy?: Lazy;
}

const NO_ENTRIES: ReadonlyMap<string, SourceEntry> = new Map();
const NO_ITEMS: readonly Item[] = [];

function add(children: Map<string, Lazy>, name: string, lazy: Lazy | undefined): void {
  if (lazy) children.set(name, lazy);
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
