import type { Diagnostic } from './diagnostic.ts';

/**
 * What a phase returns: its value, when it has one, and everything it found.
 * A value may come with errors; the caller decides by the errors whether the next phase starts.
 */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}
