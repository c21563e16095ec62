import type {
  AttributeSchema,
  BlockSchema,
  NestedBlock,
  TerraformType,
} from '../../src/terraform/schema/block-schema.ts';
import type { ProviderSchema } from '../../src/terraform/schema/provider-schema.ts';
import { mapRecord } from './map-record.ts';
import type { WantedTypes } from './wanted-types.ts';

/**
 * What we read of the answer of `terraform providers schema -json`.
 *
 * @source developer.hashicorp.com/terraform/cli/commands/providers/schema, format version 1.0
 */
export interface RawProviderSchema {
  readonly provider: { readonly block: RawBlock };
  readonly resource_schemas: Readonly<Record<string, { readonly block: RawBlock }>>;
  readonly data_source_schemas: Readonly<Record<string, { readonly block: RawBlock }>>;
}

interface RawBlock {
  readonly attributes?: Readonly<Record<string, RawAttribute>>;
  readonly block_types?: Readonly<Record<string, RawNestedBlock>>;
}

interface RawAttribute {
  readonly type?: TerraformType;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly deprecated?: boolean;
}

interface RawNestedBlock {
  readonly nesting_mode: string;
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: RawBlock;
}

/** Keeps the wanted types and, of those, names, presence, types and counts. */
export function trimProvider(
  raw: RawProviderSchema,
  wanted: WantedTypes,
): Pick<ProviderSchema, 'configuration' | 'resources' | 'data'> {
  return {
    configuration: trimBlock(raw.provider.block),
    resources: pick(raw.resource_schemas, wanted.resources, (block) => withComputedId(trimBlock(block))),
    data: pick(raw.data_source_schemas, wanted.data, trimBlock),
  };
}

/**
 * The plugin SDK adds `id` to every resource as optional and computed, and then refuses it in a configuration
 * ("invalid or unknown key: id"). Data sources may really take one.
 */
export function withComputedId(block: BlockSchema): BlockSchema {
  const id = block.attributes['id'];
  if (id?.presence !== 'optional') return block;
  return { ...block, attributes: { ...block.attributes, id: { ...id, presence: 'computed' } } };
}

function pick(
  schemas: Readonly<Record<string, { readonly block: RawBlock }>>,
  names: readonly string[],
  trim: (block: RawBlock) => BlockSchema,
): Record<string, BlockSchema> {
  const found = names.map((name) => {
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`the provider has no ${name}`);
    return [name, trim(schema.block)] as const;
  });
  return mapRecord(Object.fromEntries(found), (block) => block);
}

function trimBlock(raw: RawBlock): BlockSchema {
  return {
    attributes: mapRecord(raw.attributes ?? {}, trimAttribute),
    blocks: mapRecord(raw.block_types ?? {}, trimNestedBlock),
  };
}

function trimAttribute(raw: RawAttribute, name: string): AttributeSchema {
  // A nested type (plugin protocol 6) has no `type`. No wanted type of 5.100 has one; a new one needs thought.
  if (raw.type === undefined) throw new Error(`attribute ${name} has a nested type, which is not supported`);
  return {
    presence: raw.required ? 'required' : raw.optional ? 'optional' : 'computed',
    type: raw.type,
    ...(raw.deprecated ? { deprecated: true } : {}),
  };
}

function trimNestedBlock(raw: RawNestedBlock, name: string): NestedBlock {
  const { nesting_mode: nesting, min_items: minItems = 0, max_items: maxItems } = raw;
  const block = trimBlock(raw.block);
  switch (nesting) {
    case 'single':
      return { nesting, minItems, maxItems: 1, block };
    case 'list':
    case 'set':
      return { nesting, minItems, ...(maxItems === undefined ? {} : { maxItems }), block };
    default:
      throw new Error(`block ${name} has the nesting ${nesting}, which is not supported`);
  }
}
