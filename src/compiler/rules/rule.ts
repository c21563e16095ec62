import type { Catalog } from '../../catalog/catalog.ts';
import type { RelatedPlace, Severity, Suggestion } from '../diagnostic.ts';
import type { Frame } from '../frame/frame.ts';
import type { SpecPath } from '../spec-path.ts';

/**
 * Something that must hold in a spec whose every key is right by itself.
 *
 * @template Subject what `check` looks at: the items of one component, or the whole model
 */
export interface Rule<Subject> {
  /** `<theme>/<words>`, for ever; never reused for another rule. */
  readonly code: string;
  readonly severity: Severity;
  /** What must hold, as one sentence without a full stop. */
  readonly summary: string;
  /** Why it matters: what AWS, Kubernetes or Terraform does otherwise. */
  readonly why: string;
  /** Where the fact comes from: a documentation page, an issue number, a date. */
  readonly source: string;
  /**
   * Pieces of specs in YAML, laid over a small valid one. Each `bad` one gives this code and nothing else of
   * the rules; each `good` one gives nothing.
   */
  readonly examples: { readonly good: readonly string[]; readonly bad: readonly string[] };
  check(subject: Subject, report: Report, context: RuleContext): void;
}

/** What one finding says beyond its rule. */
export interface Finding {
  readonly at: SpecPath;
  readonly on?: 'key' | 'value';
  /** What is wrong, with the values. */
  readonly message: string;
  /** What to do. */
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
  readonly suggestions?: readonly Suggestion[];
}

export type Report = (finding: Finding) => void;

export interface RuleContext {
  readonly frame: Frame;
  /** Today as YYYY-MM-DD; given by the host, so that the compiler has no clock. */
  readonly today: string;
  readonly catalog: Catalog;
  /** Whether a person wrote the value at a path; otherwise the compiler filled it in. */
  isWritten(path: SpecPath): boolean;
}

/** Keeps the type of the subject. */
export function defineRule<Subject>(rule: Rule<Subject>): Rule<Subject> {
  return rule;
}

/** A rule that looks at one item of a component at a time. `at('size', 'min')` is a path inside the item. */
export function eachItem<Item>(
  key: string,
  check: (
    item: Item,
    at: (...path: string[]) => SpecPath,
    report: Report,
    context: RuleContext & { readonly name: string },
  ) => void,
): (items: ReadonlyMap<string, Item>, report: Report, context: RuleContext) => void {
  return (items, report, { frame, today, catalog, isWritten }) => {
    for (const [name, item] of items) {
      // Key by key: a copy of the whole context for each item and rule was a sixth of the time of all rules.
      const context = { frame, today, catalog, isWritten, name };
      check(item, (...path) => [key, name, ...path], report, context);
    }
  };
}
