import { invariant } from '../../util/invariant.ts';
import type { Field } from '../language/field.ts';
import type { Outcome } from '../outcome.ts';
import type { SpecDocument } from '../source-tree.ts';
import type { Span } from '../span.ts';
import { pathKey } from '../spec-path.ts';
import { explainBadName, explainMissingKey, explainMissingName, explainUnknownKey } from './explain-keys.ts';
import { explainValue } from './explain-value.ts';
import { type Finding, toDiagnostics } from './finding.ts';
import { isBelowMissingName, lacksName, missingNames } from './missing-names.ts';
import { misplacedPaths, pairKeys } from './pair-keys.ts';
import { groupByPlace, type PlaceProblems } from './place-problems.ts';
import { plainOf } from './plain.ts';
import { repeatedItems } from './repeated-items.ts';
import { type Subject, subjectsOf } from './subject.ts';
import { unusualNumbers } from './unusual-numbers.ts';
import { schemaErrorsOf } from './validator.ts';

/**
 * Checks that a spec says nothing the language does not know, and everything that it requires.
 *
 * The JSON Schema that editors use decides what is right; this phase only finds better words. Everything
 * that is wrong at one place is one mistake, and so is a misspelt key together with the key it should be.
 *
 * @returns the same document when it may be resolved; all mistakes in reading order, at most
 *   `limits.problems` and a closing note
 * @throws never, whatever the document holds
 */
export function checkShape(language: Field, document: SpecDocument): Outcome<SpecDocument> {
  const { root } = document;
  const errors = schemaErrorsOf(language, plainOf(root));
  const problems = groupByPlace(errors, subjectsOf(language, root));
  const findings = [...findingsOf(language, problems), ...unusualNumbers(language, root)];
  if (findings.length > 0) return { diagnostics: toDiagnostics(findings, document) };
  invariant(errors.length === 0, 'every error of the validator is explained');
  return { value: document, diagnostics: [] };
}

function findingsOf(language: Field, problems: readonly PlaceProblems[]): readonly Finding[] {
  const nameless = missingNames(problems);
  const misplaced = misplacedPaths(problems, language);
  const findings: Finding[] = [];
  for (const place of problems) {
    if (isBelowMissingName(nameless, place.subject)) continue;
    addValueFindings(findings, place);
    addKeyFindings(findings, place, language, misplaced);
    for (const key of place.badNames) {
      if (lacksName(nameless, place.subject, key)) continue;
      findings.push(onKey(place.subject, key, () => explainBadName(place.subject, key)));
    }
  }
  for (const { subject, key } of nameless.values()) {
    findings.push(onKey(subject, key, () => explainMissingName(subject, key)));
  }
  return findings;
}

function addValueFindings(findings: Finding[], { subject, isWrong, hasRepetitions }: PlaceProblems): void {
  if (hasRepetitions) for (const finding of repeatedItems(subject)) findings.push(finding);
  if (!isWrong) return;
  findings.push({
    at: () => ({ path: subject.path }),
    span: subject.node.span,
    explain: () => explainValue(subject),
  });
}

function addKeyFindings(
  findings: Finding[],
  place: PlaceProblems,
  language: Field,
  misplaced: ReadonlySet<string>,
): void {
  const { subject, unknown, missing } = place;
  const pairs = pairKeys(place);
  for (const key of unknown) {
    findings.push(onKey(subject, key, () => explainUnknownKey(language, subject, key, pairs.get(key))));
  }
  const paired = new Set(pairs.values());
  const path = missing.size > 0 ? subject.path : [];
  for (const key of missing) {
    if (paired.has(key) || misplaced.has(pathKey([...path, key]))) continue;
    findings.push({
      at: () => ({ path: subject.path, on: 'key' }),
      span: subject.entry?.keySpan ?? (subject.parent ? subject.node.span : fromStart(subject.node.span)),
      explain: () => explainMissingKey(subject, key),
    });
  }
}

function onKey(subject: Subject, key: string, explain: Finding['explain']): Finding {
  const { node } = subject;
  const entry = node.kind === 'map' ? node.entries.get(key) : undefined;
  return {
    at: () => ({ path: [...subject.path, key], on: 'key' }),
    span: entry?.keySpan ?? node.span,
    explain,
  };
}

/** What is missing in a whole spec is missing from its first line on, wherever its first key stands. */
function fromStart(span: Span): Span {
  return { ...span, start: { line: 1, column: 1, offset: 0 } };
}
