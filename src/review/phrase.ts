/** A piece of a line, and the attributes that it has told about. */
export interface Phrase {
  readonly attributes: readonly string[];
  readonly text: string;
}

/** `2 → 4`, or one of them where they are the same. */
export function arrow(was: string | number, becomes: string | number): string {
  return was === becomes ? `${was}` : `${was} → ${becomes}`;
}
