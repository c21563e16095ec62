import type { Severity } from '../diagnostic.ts';
import type { ReadProblem } from '../load/spec-files.ts';
import type { Code } from './code.ts';

/** Everything there is to say about one code: what `elastiform explain` and `generated/reference/rules.md` print. */
export interface Page {
  /** `<theme>/<words>`, for ever. */
  readonly code: string;
  readonly severity: Severity;
  /** What must hold, as one sentence without a full stop. */
  readonly summary: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do in general; one finding often knows better. Rules say it in each finding only. */
  readonly help?: string;
  /** Where the fact comes from, with a date. */
  readonly source: string;
  /** Every bad one gives this code and no other, every good one nothing. The tests run them. */
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
}

/** A piece of a spec in YAML, laid over a small valid one, or whole files where a piece cannot show it. */
export type Example = string | ExampleProject;

export interface ExampleProject {
  /** What a reader has to know beside the files, or instead of files that are too large to show. */
  readonly given?: string;
  /** Text by path; the environment is `specs/prod.yaml`. `./base.yaml` beside it is always there. */
  readonly files: Readonly<Record<string, string | { readonly problem: ReadProblem }>>;
  /** Spec paths of what held data when the environment was last written. */
  readonly held?: readonly string[];
  /** Found only by the command line, which looks at the whole folder. */
  readonly isFolder?: true;
  /** Words of the command line beside those of `validate`. */
  readonly options?: readonly string[];
  /** A change that a command was asked to write into `specs/prod.yaml`; without a value it removes the key. */
  readonly change?: { readonly path: readonly string[]; readonly value?: string | number };
  /** Codes of what is found as well, because the code is about other findings. */
  readonly also?: readonly string[];
}

/** What a theme adds to the advice that stands beside its code. */
export interface Described {
  /** `error` when left out. */
  readonly severity?: Severity;
  readonly summary: string;
  readonly source: string;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

interface Advice {
  readonly why: string;
  readonly help: string;
}

/**
 * Joins advice and description. The types see to it that both have the same codes, so that a code without a
 * page cannot be written, nor a page without a code.
 */
export function pagesOf<C extends Code>(
  advice: Readonly<Record<C, Advice>>,
  described: Readonly<Record<C, Described>>,
): readonly Page[] {
  return (Object.keys(described) as C[]).map((code) => {
    const { severity = 'error', summary, source, bad, good } = described[code];
    const { why, help } = advice[code];
    return { code, severity, summary, why, help, source, examples: { bad, good } };
  });
}
