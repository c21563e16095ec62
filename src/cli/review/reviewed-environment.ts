import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { Component } from '../../compiler/component.ts';
import { findSpan } from '../../compiler/load/find-span.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import type { Attributes } from '../../plan/plan.ts';
import type { ReviewedEnvironment } from '../../review/environment.ts';

/** Synthesizes the environment in memory, to know which address comes from which place of the spec. */
export async function reviewedEnvironment(
  spec: ResolvedSpec,
  components: readonly Component[],
): Promise<ReviewedEnvironment> {
  // Loads cdktf, which only synthesis needs otherwise.
  const { fillRoots } = await import('../../terraform/synthesize.ts');
  const { ledgerOf } = await import('../../terraform/platform/stateful.ts');
  const roots = await fillRoots(spec, components);
  const places = new Map<string, SpecPath>();
  const owned = new Map<string, readonly string[]>();
  for (const [key, { at, config }] of [...roots.aws.placed, ...roots.kubernetes.placed]) {
    if (!key.startsWith('resource.')) continue;
    const address = key.slice('resource.'.length);
    places.set(address, at);
    const ignored = ignoredOf(config);
    if (ignored.length > 0) owned.set(address, ignored);
  }
  const said = new Map<string, Attributes>();
  for (const { stack } of [roots.aws, roots.kubernetes])
    for (const [address, attributes] of resourcesOf(stack.toTerraform())) said.set(address, attributes);
  const held = new Map<string, string>();
  for (const ledger of [spec.previous ?? new Map(), ledgerOf(roots, spec)])
    for (const [path, { addresses }] of ledger) for (const address of addresses) held.set(address, path);
  const { document, model, catalog } = spec;
  return {
    name: model.environment,
    policy: model.policy.review,
    // The knowledge that made it is the registry's, whose model this is.
    model: model as unknown as Model,
    catalog,
    places,
    said,
    owned,
    held,
    locate(path) {
      const { file, start } = findSpan(document, { path });
      return { file, line: start.line };
    },
  };
}

function resourcesOf(synthesized: unknown): readonly (readonly [address: string, attributes: Attributes])[] {
  const { resource = {} } = synthesized as { resource?: Record<string, Record<string, Attributes>> };
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).map(([name, attributes]) => [`${type}.${name}`, attributes] as const),
  );
}

function ignoredOf(config: unknown): readonly string[] {
  const { lifecycle } = (config ?? {}) as { lifecycle?: { ignoreChanges?: unknown } };
  const ignored = lifecycle?.ignoreChanges;
  return Array.isArray(ignored) ? ignored.filter((path) => typeof path === 'string') : [];
}
