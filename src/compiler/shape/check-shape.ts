import { invariant } from '../../util/invariant.ts';
import type { Field } from '../language/field.ts';
import type { Outcome } from '../outcome.ts';
import type { SourceNode, SpecDocument } from '../source-tree.ts';
import type { Span } from '../span.ts';
import { pathKey } from '../spec-path.ts';
import { type Consequences, consequencesOf, isEmpty } from './consequences.ts';
import {
  explainBadName,
  explainIndentedSection,
  explainMisplacedItem,
  explainMisplacedKeys,
  explainMissingKeys,
  explainMissingName,
  explainOutdented,
  explainUnknownKey,
  homesOf,
} from './explain-keys.ts';
import { explainValue } from './explain-value.ts';
import { type Finding, toDiagnostics } from './finding.ts';
import { foreignManifest } from './foreign-manifest.ts';
import { isIndentedSection, kindsOfItem } from './misplaced-items.ts';
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
  const foreign = foreignManifest(root);
  const findings = foreign
    ? [foreign]
    : [...findingsOf(language, problems, document.file), ...unusualNumbers(language, root)];
  if (findings.length > 0) return { diagnostics: toDiagnostics(findings, document) };
  invariant(errors.length === 0, 'every error of the validator is explained');
  return { value: document, diagnostics: [] };
}

function findingsOf(language: Field, problems: readonly PlaceProblems[], file: string): readonly Finding[] {
  const nameless = missingNames(problems);
  const misplaced = misplacedPaths(problems, language);
  const budget = { left: MOST_GROUPED };
  const consequences = consequencesOf(problems, language, nameless, file);
  const indented = new Set(
    problems.filter((place) => isIndentedSection(language, place)).map(({ subject }) => subject.node),
  );
  const kindsOf = new Map(problems.map((place) => [place.subject.node, kindsOfItem(language, place)]));
  const isMoved = (item: SourceNode) => indented.has(item) || (kindsOf.get(item) ?? []).length > 0;
  const findings: Finding[] = [];
  for (const place of problems) {
    if (isBelowMissingName(nameless, place.subject)) continue;
    // The name of an item whose keys stand beside it has nothing below it.
    const isNameOfKeys = place.subject.parent && nameless.has(place.subject.parent.node);
    const isExplained = consequences.explainedEmpty.has(place.subject.node);
    if (!isExplained && !(isNameOfKeys && isEmpty(place.subject.node))) addValueFindings(findings, place);
    if (indented.has(place.subject.node)) {
      const { subject } = place;
      findings.push(onKey(subject.parent!, subject.part, () => explainIndentedSection(subject)));
      continue;
    }
    const kinds = kindsOf.get(place.subject.node) ?? [];
    if (kinds.length > 0) {
      const { subject } = place;
      findings.push(onKey(subject.parent!, subject.part, () => explainMisplacedItem(subject, kinds)));
      continue;
    }
    addUnknownFindings(findings, place, language, consequences, budget);
    addMissingFindings(findings, place, misplaced, consequences);
    for (const key of place.badNames) {
      const { node } = place.subject;
      const item = node.kind === 'map' ? node.entries.get(key)?.value : undefined;
      if (lacksName(nameless, place.subject, key) || (item && isMoved(item))) continue;
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

// Of more, each is told for itself: looking for the homes of all keys of a hostile spec would take time.
const MOST_GROUPED = 500;

function addUnknownFindings(
  findings: Finding[],
  place: PlaceProblems,
  language: Field,
  { outdented }: Consequences,
  budget: { left: number },
): void {
  const { subject, unknown } = place;
  const pairs = pairKeys(place);
  const lost = outdented.get(subject.node);
  let keys = [...unknown];
  if (lost) {
    findings.push(onKey(subject, lost.key, () => explainOutdented(subject, lost.key, lost.below)));
    keys = keys.slice(0, keys.indexOf(lost.key));
  }
  budget.left -= keys.length;
  const groups = keys.length > 1 && budget.left >= 0 ? groupByHome(language, place, keys) : [];
  for (const [first, ...others] of groups) {
    if (first === undefined || others.length === 0) continue;
    const homes = homesOf(language, subject, first, undefined);
    findings.push(onKey(subject, first, () => explainMisplacedKeys(subject, [first, ...others], homes)));
  }
  const grouped = new Set(groups.filter(({ length }) => length > 1).flat());
  for (const key of keys) {
    if (grouped.has(key)) continue;
    findings.push(onKey(subject, key, () => explainUnknownKey(language, subject, key, pairs.get(key))));
  }
}

/** Keys that stand in a wrong map and belong into the same other one. */
function groupByHome(
  language: Field,
  place: PlaceProblems,
  keys: readonly string[],
): readonly (readonly string[])[] {
  const pairs = pairKeys(place);
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const homes = homesOf(language, place.subject, key, pairs.get(key));
    if (homes.length === 0) continue;
    const home = JSON.stringify(homes);
    groups.set(home, [...(groups.get(home) ?? []), key]);
  }
  return [...groups.values()];
}

function addMissingFindings(
  findings: Finding[],
  place: PlaceProblems,
  misplaced: ReadonlySet<string>,
  consequences: Consequences,
): void {
  const { subject, missing, unknown } = place;
  // Of a map that has no key right, its keys are the mistake.
  const { node } = subject;
  if (node.kind === 'map' && unknown.size > 0 && unknown.size === node.entries.size) return;
  if (missing.size === 0 || consequences.isWrittenElsewhere(subject)) return;
  const paired = new Set(pairKeys(place).values());
  const { path } = subject;
  const keys = [...missing].filter((key) => !paired.has(key) && !misplaced.has(pathKey([...path, key])));
  if (keys.length === 0) return;
  findings.push({
    at: () => ({ path: subject.path, on: 'key' }),
    span: subject.entry?.keySpan ?? (subject.parent ? subject.node.span : fromStart(subject.node.span)),
    explain: () => explainMissingKeys(subject, keys),
  });
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
