import type { ProviderSchema } from '../../src/terraform/schema/provider-schema.ts';
import { bindingVersions, readBindings } from './bindings.ts';
import { KUBERNETES_TYPES } from './wanted-types.ts';

/** Derived from the bindings, because no provider binary is at hand to be asked. */
export function readKubernetesSchema(date: string): ProviderSchema {
  const { binding, provider } = bindingVersions('kubernetes');
  return {
    provider: 'hashicorp/kubernetes',
    version: provider,
    source: `declarations of @cdktf/provider-kubernetes ${binding}`,
    date,
    ...readBindings('kubernetes', KUBERNETES_TYPES),
  };
}
