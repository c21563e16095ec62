import { pathKey, type SpecPath } from '../compiler/spec-path.ts';
import { type Changes, type Effect, effectOn } from './changes.ts';
import type { EnvironmentTrace } from './environment-trace.ts';
import { mayDecide } from './part.ts';

/** What another value at one place does to one part. It is tried when somebody asks what the value may decide. */
export interface Influence {
  readonly path: SpecPath;
  readonly isAbsent?: boolean;
  effectOn(element: string, attribute: string): Effect | 'key' | undefined;
}

/** @param make what other values at the path do to the part */
export function influenceOf(
  trace: EnvironmentTrace,
  part: string,
  path: SpecPath,
  make: () => readonly Changes[],
): Influence {
  const all = once(make);
  const key = pathKey(path);
  return {
    path,
    effectOn(element, attribute) {
      if (!mayDecide(trace.part(part), key, element)) return undefined;
      const effects = new Set(all().map((changes) => effectOn(changes, element, attribute)));
      return EFFECTS.find((effect) => effects.has(effect));
    },
  };
}

export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const EFFECTS: readonly Effect[] = ['value', 'presence', 'block'];
