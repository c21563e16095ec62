import type { RefusalCode } from '../edit/refusal.ts';
import type { LedgerCode } from '../ledger/ledger-messages.ts';
import type { LoadCode } from '../load/load-messages.ts';
import type { YamlCode } from '../load/yaml-messages.ts';
import type { PolicyCode } from '../rules/policy-messages.ts';
import type { EnvironmentCode, ReferenceCode, ShapeCode } from '../shape/shape-messages.ts';
import type { CatalogCode } from './catalog-messages.ts';
import type { ProjectCode } from './project-messages.ts';

/** Every code of the compiler itself. Each has a page: `compilerPages`. */
export type CompilerCode =
  | YamlCode
  | LoadCode
  | ShapeCode
  | ReferenceCode
  | EnvironmentCode
  | LedgerCode
  | PolicyCode
  | RefusalCode
  | ProjectCode
  | CatalogCode;

declare const ofRule: unique symbol;

/** The code of a rule, which is its own page; only {@link codeOf} makes one. */
export type RuleCode = string & { readonly [ofRule]: true };

/** What a finding may be called: a word that is on no page does not compile. */
export type Code = CompilerCode | RuleCode;

export function codeOf({ code }: { readonly code: string }): RuleCode {
  return code as RuleCode;
}
