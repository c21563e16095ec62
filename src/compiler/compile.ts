import type { Component } from './component.ts';
import { type Diagnostic, hasErrors } from './diagnostic.ts';
import type { Frame } from './frame/frame.ts';
import type { Field } from './language/field.ts';
import { languageOf } from './language-of.ts';
import { loadSpec } from './load/load-spec.ts';
import type { SpecFiles } from './load/spec-files.ts';
import type { Outcome } from './outcome.ts';
import type { GroupCell } from './resolve/cell.ts';
import { modelOf } from './resolve/model.ts';
import { resolveCells } from './resolve/resolve.ts';
import { applyExceptions } from './rules/exceptions.ts';
import { applyRule } from './rules/lint.ts';
import type { Rule } from './rules/rule.ts';
import type { SpecDocument } from './source-tree.ts';

/** What the compiler knows about the world: the kinds of things, and the rules across them. */
export interface Knowledge {
  readonly components: readonly Component[];
  readonly rules: readonly Rule<never>[];
  /** The language that the components make together. */
  readonly language: Field;
}

export function knowledgeOf(components: readonly Component[], rules: readonly Rule<never>[]): Knowledge {
  return { components, rules, language: languageOf(components) };
}

/** An environment of which every value is known, with its origin. */
export interface ResolvedSpec {
  readonly document: SpecDocument;
  readonly cells: GroupCell;
  readonly model: Frame & { readonly [component: string]: unknown };
}

/**
 * Text to model: loads the file and its parents, checks the shape, fills in what nobody wrote and applies
 * the rules. A phase starts only when the one before found no error; each reports all it can find.
 *
 * @param today as YYYY-MM-DD, for exceptions that expire
 */
export function compileSpec(
  file: string,
  files: SpecFiles,
  knowledge: Knowledge,
  today: string,
): Outcome<ResolvedSpec> & { readonly document?: SpecDocument } {
  const loaded = loadSpec(file, files);
  const document = loaded.value;
  if (!document || hasErrors(loaded.diagnostics)) {
    return { diagnostics: loaded.diagnostics, ...(document ? { document } : {}) };
  }
  const cells = resolveCells(knowledge.language, document);
  const model = modelOf(knowledge.language, cells) as ResolvedSpec['model'];
  const diagnostics = [...loaded.diagnostics, ...lint(model, knowledge, today)];
  return { value: { document, cells, model }, diagnostics, document };
}

function lint(
  model: ResolvedSpec['model'],
  { components, rules }: Knowledge,
  today: string,
): readonly Diagnostic[] {
  const context = { frame: model, today };
  const findings = [
    ...components.flatMap((component) =>
      component.rules.flatMap((rule) => applyRule(rule, model[component.key] as never, context)),
    ),
    ...rules.flatMap((rule) => applyRule(rule, model as never, context)),
  ];
  return applyExceptions(findings, model.policy.exceptions, today);
}
