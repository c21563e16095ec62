import { pathKey, type SpecPath } from '../compiler/spec-path.ts';
import type { Effect } from './changes.ts';
import type { EnvironmentTrace } from './environment-trace.ts';
import type { Influence } from './influence.ts';
import { INFLUENCES, SEARCHES, type Search } from './influences.ts';

/** A place of the spec that an attribute comes from. */
export interface AttributeOrigin {
  readonly path: SpecPath;
  /**
   * `value`: another value there is another value here. `presence`: it decides whether the attribute is there;
   * `block`: whether the whole block is. `key`: the name that the spec gives the item.
   */
  readonly effect: Effect | 'key';
  /** Nothing is written there, and something would change the attribute. */
  readonly isAbsent?: boolean;
}

/** What every attribute of an environment comes from. Each part is looked through once, when somebody asks. */
export class Origins {
  readonly #trace: EnvironmentTrace;
  readonly #known = new Map<string, readonly Influence[]>();

  constructor(trace: EnvironmentTrace) {
    this.#trace = trace;
  }

  /**
   * Values of the spec before what is not in it, and keys last: each kind is only asked for when the ones before do
   * not tell what the value comes from.
   *
   * @returns in the order of the spec; none when nothing in the spec changes the attribute
   */
  of(element: string, attribute: string): readonly AttributeOrigin[] {
    const makers = this.#trace.makersOf(element);
    let blocks: readonly AttributeOrigin[] = [];
    let presence: readonly AttributeOrigin[] = [];
    const { value, isReference } = this.#trace.elements.get(element)?.attributes.get(attribute) ?? {};
    // Every reference changes with the name of what it refers to, which tells nothing.
    const isLive = isReference || (typeof value === 'string' && /^\$\{.*\}$/s.test(value));
    for (const search of isLive ? SEARCHES.slice(0, 2) : SEARCHES) {
      const found = this.#foundByFirst(search, makers, element, attribute);
      const own = found.filter(({ effect }) => effect !== 'block');
      if (own.some(({ effect }) => effect !== 'presence')) return [...presence, ...own];
      if (presence.length === 0) presence = own;
      if (blocks.length === 0) blocks = found;
      if (isLive && own.length > 0) break;
    }
    return presence.length > 0 ? presence : blocks;
  }

  /** What several parts look up, they look up alike: one of them tells where a value comes from. */
  #foundByFirst(
    search: Search,
    makers: readonly string[],
    element: string,
    attribute: string,
  ): readonly AttributeOrigin[] {
    const first = this.#found(search, makers.slice(0, 1), element, attribute);
    const isTold = first.some(({ effect }) => effect === 'value' || effect === 'key');
    if (makers.length < 2) return first;
    return isTold
      ? first.filter(({ effect }) => effect !== 'block')
      : this.#found(search, makers, element, attribute);
  }

  #found(
    search: Search,
    makers: readonly string[],
    element: string,
    attribute: string,
  ): readonly AttributeOrigin[] {
    const found = new Map<string, { origin: AttributeOrigin; makers: number }>();
    for (const maker of makers) {
      for (const { path, isAbsent, effectOn } of this.#influences(search, maker)) {
        const effect = effectOn(element, attribute);
        if (!effect) continue;
        const key = pathKey(path);
        const known = found.get(key);
        const origin = { path, effect, ...(isAbsent ? { isAbsent } : {}) };
        found.set(key, {
          origin: known && known.origin.effect !== 'block' ? known.origin : origin,
          makers: (known?.makers ?? 0) + 1,
        });
      }
    }
    // A block that two parts look up is only gone when neither asks for it any more.
    return [...found.values()].flatMap(({ origin, makers: count }) =>
      origin.effect !== 'block' || count === makers.length ? [origin] : [],
    );
  }

  #influences(search: Search, maker: string): readonly Influence[] {
    const key = `${search} ${maker}`;
    let known = this.#known.get(key);
    if (!known) {
      known = INFLUENCES[search](this.#trace, maker);
      this.#known.set(key, known);
    }
    return known;
  }
}
