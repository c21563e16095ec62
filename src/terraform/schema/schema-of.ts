import type { BlockSchema } from './block-schema.ts';
import awsData from './data/aws.json' with { type: 'json' };
import kubernetesData from './data/kubernetes.json' with { type: 'json' };
import type { ProviderSchema } from './provider-schema.ts';

/** The top-level blocks of Terraform whose content a provider defines. */
export type SchemaKind = 'resource' | 'data' | 'provider';

// TypeScript reads JSON with wide types (`string[]` for a pair), so only a cast brings ours back. The test in
// tools/provider-schema holds the data to what the tool, which is typed, makes.
const aws = awsData as unknown as ProviderSchema;
const kubernetes = kubernetesData as unknown as ProviderSchema;

/** Keyed by local name: the prefix of the provider's types. */
export const PROVIDERS: Readonly<Record<'aws' | 'kubernetes', ProviderSchema>> = { aws, kubernetes };

/**
 * @param type `aws_db_instance`; for a provider its local name, `aws`
 * @returns undefined for a type that is not in our data, even if the provider has it: to use a new type, add it
 *   to `tools/provider-schema/wanted-types.ts` and run the tool
 */
export function schemaOf(kind: SchemaKind, type: string): BlockSchema | undefined {
  for (const [name, provider] of NAMED) {
    if (kind === 'provider' && type === name) return provider.configuration;
    const types = kind === 'resource' ? provider.resources : provider.data;
    if (kind !== 'provider' && Object.hasOwn(types, type)) return types[type];
  }
  return undefined;
}

const NAMED = Object.entries(PROVIDERS);
