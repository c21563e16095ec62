import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BlockSchema } from '../../src/terraform/schema/block-schema.ts';
import type { ProviderSchema } from '../../src/terraform/schema/provider-schema.ts';
import { readBindingSchema } from './binding-schema.ts';
import { readBinding } from './binding-source.ts';
import { mapRecord } from './map-record.ts';
import { withComputedId } from './raw-schema.ts';
import type { WantedTypes } from './wanted-types.ts';

export type BoundProvider = 'aws' | 'kubernetes';

/** The wanted part of a provider's schema, read from its cdktf package. */
export function readBindings(
  provider: BoundProvider,
  wanted: WantedTypes,
): Pick<ProviderSchema, 'configuration' | 'resources' | 'data'> {
  return {
    configuration: readFolder(provider, 'provider', provider),
    resources: mapRecord(readTypes(provider, wanted.resources, ''), withComputedId),
    data: readTypes(provider, wanted.data, `data-${provider}-`),
  };
}

/** Of the package, and of the provider it was generated from. */
export function bindingVersions(provider: BoundProvider): { binding: string; provider: string } {
  const { version } = JSON.parse(readFileSync(join(packageFolder(provider), 'package.json'), 'utf8')) as {
    version: string;
  };
  const declaration = readFileSync(join(packageFolder(provider), 'lib/provider/index.d.ts'), 'utf8');
  const link = /registry\.terraform\.io\/providers\/hashicorp\/\w+\/(\d+\.\d+\.\d+)\//.exec(declaration);
  if (link === null) throw new Error(`no provider version in the binding of ${provider}`);
  return { binding: version, provider: link[1]! };
}

function readTypes(
  provider: BoundProvider,
  types: readonly string[],
  prefix: string,
): Record<string, BlockSchema> {
  const read = types.map((type) => {
    const name = type.slice(provider.length + 1).replaceAll('_', '-');
    return [type, readFolder(provider, `${prefix}${name}`, type)] as const;
  });
  return mapRecord(Object.fromEntries(read), (schema) => schema);
}

/** @param type that the folder has to claim: its name alone does not prove that it is the one we think it is */
function readFolder(provider: BoundProvider, folder: string, type: string): BlockSchema {
  const source = readBinding(join(packageFolder(provider), 'lib', folder));
  if (source.terraformType !== type) throw new Error(`${folder} is for ${source.terraformType}`);
  return readBindingSchema(source);
}

function packageFolder(provider: BoundProvider): string {
  return join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/@cdktf', `provider-${provider}`);
}
