import type { Catalog } from '../catalog/catalog.ts';
import type { Component, StatefulItem } from './component.ts';
import { type Diagnostic, hasErrors } from './diagnostic.ts';
import type { Frame } from './frame/frame.ts';
import type { Field } from './language/field.ts';
import { languageOf } from './language-of.ts';
import { checkLedger } from './ledger/check-ledger.ts';
import type { Ledger } from './ledger/ledger.ts';
import { loadSpec } from './load/load-spec.ts';
import type { SpecFiles } from './load/spec-files.ts';
import type { Outcome } from './outcome.ts';
import type { GroupCell } from './resolve/cell.ts';
import { isWritten } from './resolve/is-written.ts';
import { modelOf } from './resolve/model.ts';
import { resolveCells } from './resolve/resolve.ts';
import { checkApprovals } from './rules/approvals.ts';
import { applyExceptions } from './rules/exceptions.ts';
import { inSource } from './rules/in-source.ts';
import { Linter } from './rules/lint.ts';
import { noticeReads } from './rules/reads.ts';
import type { Rule } from './rules/rule.ts';
import { checkShape } from './shape/check-shape.ts';
import { checkEnvironment } from './shape/environment.ts';
import { checkReferences } from './shape/references.ts';
import { soundPart } from './sound-part.ts';
import type { SpecDocument } from './source-tree.ts';
import type { SpecPath } from './spec-path.ts';

/** What the compiler knows about the world: the kinds of things, and the rules across them. */
export interface Knowledge {
  readonly components: readonly Component[];
  readonly rules: readonly Rule<never>[];
  /** Dated facts of AWS and Kubernetes. */
  readonly catalog: Catalog;
  /** The language that the components make together. */
  readonly language: Field;
}

export function knowledgeOf(
  components: readonly Component[],
  rules: readonly Rule<never>[],
  catalog: Catalog,
): Knowledge {
  return { components, rules, catalog, language: languageOf(components) };
}

/** An environment of which every value is known, with its origin. */
export interface ResolvedSpec {
  readonly document: SpecDocument;
  readonly cells: GroupCell;
  readonly model: Frame & { readonly [component: string]: unknown };
  /** What its derived values were made with, and its Terraform is. */
  readonly catalog: Catalog;
  /** What holds data, in the order of the components. */
  readonly stateful: readonly StatefulItem[];
  /** What held data when the environment was last written. */
  readonly previous: Ledger | undefined;
}

/** What the compiler is told about the world outside of the specs. */
export interface Circumstances {
  /** As YYYY-MM-DD, for exceptions that expire. */
  readonly today: string;
  /** What held data when the environment was last written, if it was. */
  readonly previous?: Ledger | undefined;
}

/**
 * Text to model: loads the file and its parents, checks the shape, fills in what nobody wrote and applies
 * the rules. A phase that found an error lets the later ones look at what is right, where that can be judged alone.
 */
export function compileSpec(
  file: string,
  files: SpecFiles,
  knowledge: Knowledge,
  { today, previous }: Circumstances,
): Outcome<ResolvedSpec> & { readonly document?: SpecDocument } {
  const loaded = loadSpec(file, files);
  const document = loaded.value;
  if (!document || hasErrors(loaded.diagnostics)) {
    return { diagnostics: loaded.diagnostics, ...(document ? { document } : {}) };
  }
  const { language } = knowledge;
  const found = checkShape(language, document).diagnostics;
  // A name that is no name is one mistake, and not that of another environment as well.
  const isName = !found.some(({ at }) => at && 'path' in at && at.path[0] === 'environment');
  const shape = [...found, ...(isName ? checkEnvironment(document, file) : [])];
  if (hasErrors(shape)) {
    const others = lintSoundPart(document, shape, knowledge, today);
    return { diagnostics: [...loaded.diagnostics, ...shape, ...others], document };
  }
  const cells = resolveCells(language, document, knowledge.catalog);
  const references = checkReferences(language, cells, document);
  if (hasErrors(references)) {
    const others = lintWithout(kindsOf(references), cells, knowledge, today);
    return { diagnostics: [...loaded.diagnostics, ...shape, ...references, ...others], document };
  }

  const model = modelOf(language, cells) as ResolvedSpec['model'];
  const stateful = knowledge.components.flatMap(({ key, statefulItems }) =>
    statefulItems === 'none' ? [] : statefulItems(model[key] as never),
  );
  const diagnostics = [
    ...loaded.diagnostics,
    ...shape,
    ...references,
    ...lint(cells, model, knowledge, today),
    ...checkLedger(previous, stateful, model.retired),
    ...checkApprovals(model.policy.review.approvals, today),
  ];
  const { catalog } = knowledge;
  return { value: { document, cells, model, catalog, stateful, previous }, diagnostics, document };
}

/** What can be said about the rest of a spec that has wrong shapes: names of others, and the rules of each kind. */
function lintSoundPart(
  document: SpecDocument,
  shape: readonly Diagnostic[],
  knowledge: Knowledge,
  today: string,
): readonly Diagnostic[] {
  const { language } = knowledge;
  const sound = soundPart(language, document, shape);
  if (!sound || hasErrors(checkShape(language, sound.document).diagnostics)) return [];
  const cells = resolveCells(language, sound.document, knowledge.catalog);
  const components = knowledge.components.filter(({ key }) => !sound.without.has(key));
  const references = checkReferences(language, cells, document);
  const incomplete = new Set([...sound.incomplete, ...kindsOf(references)]);
  return [...references, ...lintWithout(incomplete, cells, { ...knowledge, components }, today)];
}

/** The kinds in which something was found. */
function kindsOf(found: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(found.flatMap(({ at }) => (at && 'path' in at ? at.path.slice(0, 1) : [])));
}

/** Rules across kinds that read one that is not right wait: they would find what the first mistakes lead to. */
function lintWithout(
  incomplete: ReadonlySet<string>,
  cells: GroupCell,
  knowledge: Knowledge,
  today: string,
): readonly Diagnostic[] {
  const model = modelOf(knowledge.language, cells) as ResolvedSpec['model'];
  const found = lint(cells, model, knowledge, today, incomplete);
  // An exception may be for a rule that did not run.
  return found.filter(({ code }) => code !== 'policy/unused-exception' && code !== 'policy/unknown-rule');
}

function lint(
  cells: GroupCell,
  model: ResolvedSpec['model'],
  { components, rules, catalog }: Knowledge,
  today: string,
  incomplete: ReadonlySet<string> = new Set(),
): readonly Diagnostic[] {
  const linter = new Linter({
    frame: model,
    today,
    catalog,
    isWritten: (path: SpecPath) => isWritten(cells, path),
  });
  for (const component of components) {
    const items = model[component.key] as never;
    for (const rule of component.rules) linter.apply<never>(rule, items);
  }
  for (const rule of rules) {
    if (incomplete.size === 0) {
      // The model itself, by which rules remember what they have worked out of it.
      linter.apply<never>(rule, model as never);
      continue;
    }
    const noticed = noticeReads(model, incomplete);
    linter.applyIf(rule, noticed.model as never, () => !noticed.hasRead());
  }
  const placed = linter.found.map((finding) => inSource(finding, cells));
  const codes = () =>
    [...components.flatMap((component) => component.rules), ...rules].map(({ code }) => code);
  return applyExceptions(placed, model.policy.exceptions, today, codes);
}
