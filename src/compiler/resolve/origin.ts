import type { Span } from '../span.ts';
import type { SpecPath } from '../spec-path.ts';

/** Where a value of the model comes from. Every leaf has exactly one origin. */
export type Origin =
  /** Written in the environment's own file. */
  | { readonly kind: 'set'; readonly span: Span }
  /** Written in a file that the environment extends. */
  | { readonly kind: 'inherited'; readonly span: Span }
  /** Written in place of what a parent file says. */
  | {
      readonly kind: 'overrode';
      readonly span: Span;
      readonly previous: { readonly text: string; readonly span: Span };
    }
  /** Selected by the tier. */
  | { readonly kind: 'preset'; readonly name: string; readonly why: string }
  | { readonly kind: 'default'; readonly why: string }
  | { readonly kind: 'derived'; readonly formula: string; readonly inputs: readonly DerivationInput[] };

export interface DerivationInput {
  readonly path: SpecPath;
  /** The value that was read, as a person would write it; `undefined` when there was none. */
  readonly text: string | undefined;
}
