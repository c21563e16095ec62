import { invariant } from '../../util/invariant.ts';
import type { SpecPath } from '../spec-path.ts';
import type { Cell, GroupCell } from './cell.ts';

/** A cell, or one that is only made when somebody asks, so that derivations may read each other. */
export type Lazy = Cell | DerivedLeaf | WaitingGroup;

/** The cell of what may have to be made first; nothing when a derivation has no answer. */
export function cellOf(lazy: Lazy): Cell | undefined {
  return lazy.kind === 'derived' || lazy.kind === 'waiting' ? lazy.cell() : lazy;
}

/** What is inside of a group: which keys it has is known before any of their values is. None for a leaf. */
export function childrenOf(lazy: Lazy): ReadonlyMap<string, Lazy> | undefined {
  if (lazy.kind === 'waiting') return lazy.children;
  return lazy.kind === 'leaf' || lazy.kind === 'derived' ? undefined : lazy.entries;
}

/** A group waits only where something in it is derived; most groups are cells at once. */
export function groupOf(
  kind: GroupCell['kind'],
  path: SpecPath,
  children: ReadonlyMap<string, Lazy>,
): GroupCell | WaitingGroup {
  return areCells(children) ? { kind, path, entries: children } : new WaitingGroup(kind, path, children);
}

function areCells(children: ReadonlyMap<string, Lazy>): children is ReadonlyMap<string, Cell> {
  for (const { kind } of children.values()) if (kind === 'derived' || kind === 'waiting') return false;
  return true;
}

export class DerivedLeaf {
  readonly kind = 'derived';
  readonly #make: () => Cell | undefined;
  #state: 'new' | 'running' | 'done' = 'new';
  #cell: Cell | undefined;

  constructor(make: () => Cell | undefined) {
    this.#make = make;
  }

  cell(): Cell | undefined {
    if (this.#state === 'done') return this.#cell;
    invariant(this.#state === 'new', 'derived values depend on each other in a circle');
    this.#state = 'running';
    this.#cell = this.#make();
    this.#state = 'done';
    return this.#cell;
  }
}

class WaitingGroup {
  readonly kind = 'waiting';
  readonly children: ReadonlyMap<string, Lazy>;
  readonly #kind: GroupCell['kind'];
  readonly #path: SpecPath;

  constructor(kind: GroupCell['kind'], path: SpecPath, children: ReadonlyMap<string, Lazy>) {
    this.#kind = kind;
    this.#path = path;
    this.children = children;
  }

  /** Only the group around it asks, once. */
  cell(): GroupCell {
    const entries = new Map<string, Cell>();
    for (const [key, child] of this.children) {
      const cell = cellOf(child);
      if (cell) entries.set(key, cell);
    }
    return { kind: this.#kind, path: this.#path, entries };
  }
}
