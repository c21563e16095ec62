import { grouped } from '../../util/grouped-digits.ts';
import type { Diagnostic, RelatedPlace, SpecPlace, Suggestion } from '../diagnostic.ts';
import { limits } from '../load/limits.ts';

import type { SpecDocument } from '../source-tree.ts';
import type { Span } from '../span.ts';
import { type ShapeCode, shapeAdvice } from './shape-messages.ts';

/** What is said about one mistake, without its place. */
export interface Explanation {
  readonly code: ShapeCode;
  readonly message: string;
  /** Replaces the general advice of the code. */
  readonly help?: string;
  readonly suggestions?: readonly Suggestion[];
  readonly related?: readonly RelatedPlace[];
}

/** A mistake whose explanation is only made when it is shown: a hostile spec can have 200,000. */
export interface Finding {
  at(): SpecPlace;
  /** The same place in the text, to sort by. */
  readonly span: Span;
  explain(): Explanation;
}

/**
 * The findings as diagnostics in reading order, the environment's own file before its parents; at most
 * `limits.problems` and one closing note.
 */
export function toDiagnostics(findings: readonly Finding[], document: SpecDocument): Diagnostic[] {
  const files = [...document.texts.keys()];
  const placed = findings.map((finding) => {
    const { file, start } = finding.span;
    return { finding, file: files.indexOf(file), offset: start.offset };
  });
  placed.sort((a, b) => a.file - b.file || a.offset - b.offset);
  const shown = placed.slice(0, limits.problems).map(({ finding }) => diagnosticOf(finding));
  const leftOut = placed.length - shown.length;
  const last = shown.at(-1);
  if (leftOut === 0 || !last?.at) return shown;
  const message = `${grouped(leftOut)} more ${leftOut === 1 ? 'problem is' : 'problems are'} not listed`;
  const code = 'shape/too-many-problems';
  return [...shown, { code, severity: 'info', message, ...shapeAdvice[code], at: last.at }];
}

function diagnosticOf({ at, explain }: Finding): Diagnostic {
  const { code, message, ...rest } = explain();
  return { code, severity: 'error', message, ...shapeAdvice[code], ...rest, at: at() };
}
