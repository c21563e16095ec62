/** The compiler as a library: text in, model, findings and Terraform out. Nothing here touches a file. */
export { compileSpec, type Knowledge, knowledgeOf, type ResolvedSpec } from './compiler/compile.ts';
export { type Component, defineComponent, type Lowering } from './compiler/component.ts';
export type {
  Diagnostic,
  Place,
  RelatedPlace,
  Severity,
  Suggestion,
  TextEdit,
} from './compiler/diagnostic.ts';
export { jsonSchemaOf } from './compiler/language/json-schema.ts';
export { findSpan } from './compiler/load/find-span.ts';
export type { ReadResult, SpecFiles } from './compiler/load/spec-files.ts';
export type { Outcome } from './compiler/outcome.ts';
export { defineRule, type Rule } from './compiler/rules/rule.ts';
export { components, knowledge, type Model, type Spec } from './components/registry.ts';

/** As in `terraform/synthesize`; cdktf is loaded with the first environment that is synthesized. */
export const synthesize: typeof import('./terraform/synthesize.ts').synthesize = async (...given) =>
  (await import('./terraform/synthesize.ts')).synthesize(...given);
