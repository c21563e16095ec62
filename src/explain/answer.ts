import type { LeafCell } from '../compiler/resolve/cell.ts';
import type { Origin } from '../compiler/resolve/origin.ts';
import type { Span } from '../compiler/span.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Value } from '../terraform/ir.ts';
import type { FanOut } from './fan-out.ts';
import type { AttributeOrigin } from './origins.ts';

/** A value of the spec with where it comes from. */
export interface SpecValue {
  readonly path: SpecPath;
  /** Nothing when the spec has no value there. */
  readonly value: LeafCell['written'] | undefined;
  readonly origin: Origin | undefined;
  /** Where the name stands, for a key and for a section. */
  readonly place: Span | undefined;
  /** What leaving it out means, where it was left out. */
  readonly meaning: string | undefined;
  /** The values that it is derived from, each with its own origin; they are not taken further. */
  readonly inputs: readonly SpecValue[];
}

/** The answer about a path of the spec. */
export interface PathAnswer {
  readonly kind: 'path';
  readonly subject: SpecValue;
  readonly description: string;
  /** What may be written. */
  readonly legal: string;
  /** Of a section or a map: what is in it. */
  readonly inside: readonly SpecValue[] | undefined;
  /** Of a section or a map: the blocks that are made of it. */
  readonly blocks: readonly { readonly file: string; readonly address: string; readonly at: string }[];
  /** Of a value. */
  readonly fanOut: FanOut | undefined;
}

/** The answer about an address of Terraform, or one attribute of it. */
export interface AddressAnswer {
  readonly kind: 'address';
  readonly address: string;
  readonly file: string;
  /** The spec path of the block. */
  readonly at: string;
  readonly notes: readonly string[];
  /** Where the kind is described: a folder of elastiform. */
  readonly described: string;
  readonly attributes: readonly AttributeAnswer[];
  /** What decides whether the block is there, where that was asked. */
  readonly isWhole: boolean;
}

export interface AttributeAnswer {
  readonly path: string;
  readonly value: Value;
  readonly isReference: boolean;
  /** Somebody else owns it once it is set: Terraform ignores how it changes. */
  readonly isIgnored: boolean;
  /** None when it is the same in every spec that has the block. */
  readonly origins: readonly (SpecValue & Pick<AttributeOrigin, 'effect'> & { readonly isAbsent: boolean })[];
  /** Other places of Terraform that it points to. */
  readonly references: readonly {
    readonly text: string;
    readonly at: string;
    readonly origins: readonly SpecValue[];
  }[];
}

export type Answer = PathAnswer | AddressAnswer;
