import type { ResolvedSpec } from '../compiler/compile.ts';
import type { Component } from '../compiler/component.ts';
import { fileTreeOf, type OutputFormat } from './platform/file-tree.ts';
import { makeRoots } from './platform/roots.ts';

/**
 * Model to files. Loads cdktf, so it is loaded itself only when somebody wants Terraform.
 *
 * @returns keyed by path below the folder of the environment, sorted
 */
export async function synthesize(
  { model }: ResolvedSpec,
  components: readonly Component[],
  format: OutputFormat,
): Promise<ReadonlyMap<string, string>> {
  const lowerings = await Promise.all(components.map((component) => component.lowering()));
  const roots = makeRoots(model);
  for (const [index, lower] of lowerings.entries()) {
    lower(model[components[index]!.key] as never, roots, model);
  }
  return fileTreeOf(roots, model, format);
}
