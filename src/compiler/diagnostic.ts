import type { Code } from './diagnostics/code.ts';
import type { SpecChange } from './edit/change-spec.ts';
import type { Span } from './span.ts';
import type { SpecPath } from './spec-path.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A place in the spec by its path; the reporter turns it into a span when it prints. */
export interface SpecPlace {
  readonly path: SpecPath;
  /** Whether the caret goes under the key or under the value; the value when left out. */
  readonly on?: 'key' | 'value';
}

/** Where a finding points: a path while there is a tree, a span when the text itself is at fault. */
export type Place = SpecPlace | Span;

/** A replacement of the characters of `span`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** One way to put a finding right; it has at most one of `replacement`, `change` and `edits`. */
export interface Suggestion {
  readonly message: string;
  /** What to write at the finding's place, key or value, as YAML spells it. */
  readonly replacement?: string;
  /** What the spec should say instead at another place, or no longer. */
  readonly change?: SpecChange;
  /** For findings about the text itself, which has no tree yet. */
  readonly edits?: readonly TextEdit[];
  /** `maybe` when left out. */
  readonly applicability?: Applicability;
}

/**
 * `machine`: what was meant is certain, so `validate --fix` writes it. `maybe`: a person has to choose, and an editor may
 * offer it.
 */
export type Applicability = 'machine' | 'maybe';

/**
 * What the compiler has to say about a spec. A user's mistake is always one of these, never an exception.
 *
 * `code` is `<theme>/<words>`, stable for ever, independent of the severity, and explained on a page. `message` says what is
 * wrong, with the value; `why` why it matters; `help` what to do. All three are single sentences without
 * a full stop at the end.
 */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly why?: string;
  readonly help?: string;
  /** Absent only when the finding is about no text at all (a missing folder, an unknown environment). */
  readonly at?: Place;
  readonly related?: readonly RelatedPlace[];
  readonly suggestions?: readonly Suggestion[];
}

export interface RelatedPlace {
  readonly message: string;
  readonly at: Place;
}

export function isSpan(place: Place): place is Span {
  return 'start' in place;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
