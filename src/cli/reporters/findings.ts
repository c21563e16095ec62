import type { Located } from '../located.ts';
import { sanitize } from '../sanitize.ts';

/** Everything that a report for a machine is made of. */
export interface Findings {
  /** In reading order. */
  readonly located: readonly Located[];
  /** Texts of all files that took part, by path in the project. */
  readonly texts: ReadonlyMap<string, string>;
  /** What leads from the folder in which the command was started to the project folder: `infra/`, or nothing. */
  readonly prefix: string;
  /** What stands for a file where a finding is about none: the folder of the specs. */
  readonly specs: string;
  /** The mildest severity that fails. */
  readonly failOn: 'error' | 'warning';
  /** As YYYY-MM-DD. */
  readonly today: string;
  /** Of elastiform. */
  readonly version: string;
}

/** The file of a finding, as the folder in which the command was started sees it. */
export function fileOf({ span, file }: Located, { prefix, specs }: Findings): string {
  return prefix + (span?.file ?? file ?? (specs || '.'));
}

/** What is said, why and what to do, as lines of text that are safe to print. */
export function wordsOf({ diagnostic, related }: Located, prefix: string): readonly string[] {
  const { message, why, help, suggestions = [] } = diagnostic;
  return [
    message,
    ...related.map(({ span, message: also }) => `${prefix}${span.file}:${span.start.line}: ${also}`),
    ...(why === undefined ? [] : [`why: ${why}`]),
    ...(help === undefined ? [] : [`help: ${help}`]),
    ...suggestions.map((suggestion) => `help: ${suggestion.message}`),
  ].map(oneLine);
}

/** A text on one line: what a value holds must not begin a line of its own. */
export function oneLine(text: string): string {
  return sanitize(text.replace(/\s*[\r\n\u0085\u2028\u2029]\s*/g, ' '));
}

export function fails({ diagnostic }: Located, failOn: Findings['failOn']): boolean {
  return diagnostic.severity === 'error' || (failOn === 'warning' && diagnostic.severity === 'warning');
}
