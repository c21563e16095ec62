/** Something that the spec cannot say, or that a person has to know. */
export interface Note {
  readonly kind: NoteKind;
  /** What it is about: `DB instance prod-postgres`. */
  readonly subject: string;
  readonly text: string;
}

/**
 * `to-fill`: the spec holds a placeholder. `not-imported`: the thing stays as it is, outside of the spec.
 * `changes`: the first plan changes it. `told`: good to know.
 */
export type NoteKind = (typeof NOTE_KINDS)[number];

/** In the order of output. */
export const NOTE_KINDS = ['to-fill', 'not-imported', 'changes', 'told'] as const;

export const NOTE_TITLES: Readonly<Record<NoteKind, string>> = {
  'to-fill': 'To fill in',
  'not-imported': 'Not imported',
  changes: 'The first plan changes',
  told: 'Good to know',
};
