import { readFileSync } from 'node:fs';
import { compileSpec, type ResolvedSpec } from '../../src/compiler/compile.ts';
import type { Diagnostic } from '../../src/compiler/diagnostic.ts';
import type { Ledger } from '../../src/compiler/ledger/ledger.ts';
import { components, knowledge } from '../../src/components/registry.ts';
import { synthesize } from '../../src/terraform/synthesize.ts';

export interface Compiled {
  readonly spec: ResolvedSpec | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles a spec of the repository, with some of its files replaced by other texts. */
export function compileFile(
  file: string,
  replaced: ReadonlyMap<string, string> = new Map(),
  previous?: Ledger,
): Compiled {
  const read = (path: string) => ({ text: replaced.get(path) ?? readFileSync(path, 'utf8') });
  const { value, diagnostics } = compileSpec(file, { read }, knowledge, { today: '2026-11-25', previous });
  return { spec: value, diagnostics };
}

export function errorsOf({ diagnostics }: Compiled): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
}

/** The files of a spec that has no errors. */
export async function treeOf(
  file: string,
  replaced?: ReadonlyMap<string, string>,
  format: 'hcl' | 'json' = 'hcl',
  previous?: Ledger,
): Promise<ReadonlyMap<string, string>> {
  const compiled = compileFile(file, replaced, previous);
  const errors = errorsOf(compiled);
  if (!compiled.spec || errors.length > 0) throw new Error(`${file} has errors: ${errors.join('; ')}`);
  return synthesize(compiled.spec, components, format);
}
