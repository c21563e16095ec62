import type { SpecPath } from '../compiler/spec-path.ts';

/** A number that follows from the spec, with how. */
export interface Figure {
  readonly value: number;
  /** As people write it: `⌈3000/min ÷ 333.334/min⌉ = 9`. */
  readonly formula: string;
  /** The values of the spec that it was made from, in the order of the formula. */
  readonly inputs: readonly SpecPath[];
}
