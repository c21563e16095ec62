import type { ProviderSchema } from '../../src/terraform/schema/provider-schema.ts';
import { compareBlocks, type Disagreement } from './compare-schemas.ts';

type Types = Pick<ProviderSchema, 'configuration' | 'resources' | 'data'>;

/**
 * Where the AWS bindings and the provider differ, by kind of difference. It shows what component authors have to
 * avoid, and how far the derivation that Kubernetes has to live with can be trusted.
 *
 * @returns lines for people
 */
export function reportDisagreements(binding: Types, provider: Types): readonly string[] {
  const found = [
    ...compareBlocks(binding.configuration, provider.configuration).map((one) => ({
      where: 'provider',
      ...one,
    })),
    ...compareTypes('', binding.resources, provider.resources),
    ...compareTypes('data.', binding.data, provider.data),
  ];
  const isNewRegion = ({ kind, path }: Disagreement) => kind === 'only in the binding' && path === 'region';
  const rest = found.filter((one) => !isNewRegion(one));
  const kinds = [...new Set(rest.map(({ kind }) => kind))].sort();
  return [
    `"region", new in 6.x, is in ${found.length - rest.length} of the bindings; left out below`,
    ...kinds.flatMap((kind) => {
      const ofKind = rest.filter((one) => one.kind === kind);
      return [
        `${kind} (${ofKind.length})`,
        ...ofKind.map(({ where, path, detail }) => `  ${where}.${path}: ${detail}`),
      ];
    }),
  ];
}

function compareTypes(prefix: string, binding: Types['resources'], provider: Types['resources']) {
  return Object.entries(provider).flatMap(([type, schema]) =>
    compareBlocks(binding[type]!, schema).map((one) => ({ where: prefix + type, ...one })),
  );
}
