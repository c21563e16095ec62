/** What a change means in the words of capacity. */
export interface Phrase {
  readonly text: string;
  /** Ends of the paths that need no line of their own any more, below the item: `autoscaling.maxReplicas`. */
  readonly tells: readonly string[];
  /** Why somebody should look twice. */
  readonly danger?: string;
}

export const SHRINKS = 'shrinks';

/** A phrase where the two sides differ, or where one of them is not there. */
export function phrase(text: string, tells: readonly string[], isShrinking: boolean): Phrase {
  return isShrinking ? { text, tells, danger: SHRINKS } : { text, tells };
}
