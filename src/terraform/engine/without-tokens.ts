/**
 * Runs something of which no reference is needed afterwards. cdktf keeps each of them for ever, and with it the root
 * that it belongs to, so that thousands of roots fill the memory and collecting it is a fifth of the time
 * (`TokenMap` of cdktf 0.21.0, of which it keeps one for all its copies).
 */
export function withoutTokens<T>(make: () => T): T {
  const tokens: Tokens = Reflect.get(globalThis, '__cdktfTokenMap') ?? {};
  const maps = [tokens.stringTokenMap ?? new Map(), tokens.numberTokenMap ?? new Map()];
  const sizes = maps.map(({ size }) => size);
  try {
    return make();
  } finally {
    // A map has its entries in the order in which they were made.
    for (const [index, map] of maps.entries())
      for (const key of [...map.keys()].slice(sizes[index])) map.delete(key);
  }
}

interface Tokens {
  readonly stringTokenMap?: Map<unknown, unknown>;
  readonly numberTokenMap?: Map<unknown, unknown>;
}
