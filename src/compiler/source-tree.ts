import type { Span } from './span.ts';

/** What a YAML scalar can hold; numbers are finite. */
export type Scalar = string | number | boolean | null;

/** A parsed spec in which every key and every value knows where it stands. */
export type SourceNode = SourceMap | SourceList | SourceScalar;

export interface SourceScalar {
  readonly kind: 'scalar';
  readonly value: Scalar;
  /** The characters as written, without quotes; `1.30` stays `1.30` although its value is 1.3. */
  readonly source: string;
  /** True for single-quoted, double-quoted and block scalars, whose value is always text. */
  readonly quoted: boolean;
  readonly span: Span;
}

export interface SourceList {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
  readonly span: Span;
}

export interface SourceMap {
  readonly kind: 'map';
  /** In the order of the file; after merging: the parent's keys first, then the child's new ones. */
  readonly entries: ReadonlyMap<string, SourceEntry>;
  readonly span: Span;
}

export interface SourceEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: SourceNode;
  /** What a parent file said before this entry replaced it. Absent for maps that were merged. */
  readonly previous?: SourceEntry;
}

/** One environment as text: the child file merged over its parents. */
export interface SpecDocument {
  /** The child's file; the parents' spans name their own. */
  readonly file: string;
  readonly root: SourceMap;
  /** Every file that took part, child first, with its text for code frames. */
  readonly texts: ReadonlyMap<string, string>;
}
