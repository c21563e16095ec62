import type { Construct } from 'constructs';
import type { ResolvedSpec } from '../compiler/compile.ts';
import type { Component } from '../compiler/component.ts';
import { LEDGER_FILE, printLedger } from '../compiler/ledger/ledger.ts';
import { withoutStackTraces } from './engine/without-stack-traces.ts';
import { fileTreeOf, type OutputFormat } from './platform/file-tree.ts';
import { makeRoots, type Roots } from './platform/roots.ts';
import { addRetired, ledgerOf } from './platform/stateful.ts';

/**
 * Model to files. Loads cdktf, so it is loaded itself only when somebody wants Terraform.
 *
 * @returns keyed by path below the folder of the environment, sorted
 */
export async function synthesize(
  spec: ResolvedSpec,
  components: readonly Component[],
  format: OutputFormat,
): Promise<ReadonlyMap<string, string>> {
  const lowerings = await loadLowerings(components);
  const roots = fill(spec, components, lowerings);
  const ledger = ledgerOf(roots, spec);
  const files = withoutStackTraces(() => fileTreeOf(roots, spec.document.file, format));
  // Written even when nothing holds data, so that a missing one can be told from none.
  return new Map([...files, [LEDGER_FILE, printLedger(ledger)]]);
}

/** The constructs of an environment; below an App they serve the cdktf command line. */
export async function fillRoots(
  spec: ResolvedSpec,
  components: readonly Component[],
  scope?: Construct,
): Promise<Roots> {
  return fill(spec, components, await loadLowerings(components), scope);
}

type Lowerings = readonly Awaited<ReturnType<Component['lowering']>>[];

function loadLowerings(components: readonly Component[]): Promise<Lowerings> {
  return Promise.all(components.map((component) => component.lowering()));
}

function fill(
  spec: ResolvedSpec,
  components: readonly Component[],
  lowerings: Lowerings,
  scope?: Construct,
): Roots {
  const { model, catalog } = spec;
  return withoutStackTraces(() => {
    const roots = makeRoots(model, scope);
    for (const [index, lower] of lowerings.entries()) {
      lower(model[components[index]!.key] as never, roots, model, model, catalog);
    }
    addRetired(roots, spec);
    roots.aws.finish();
    roots.kubernetes.finish();
    return roots;
  });
}
