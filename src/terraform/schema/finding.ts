/** A place where a synthesized body does not fit its schema. It is our bug, never the user's. */
export interface Finding {
  /** `spec[0].metric[1].resource.target.type`; a block has an index where it was given in an array. */
  readonly path: string;
  /** Lower case, no full stop. */
  readonly message: string;
}
