import type { BlockSchema } from './block-schema.ts';

/**
 * The part of a provider's schema that we write configurations for.
 *
 * @source made by `npx tsx tools/provider-schema/main.ts`; never edited by hand
 */
export interface ProviderSchema {
  /** `hashicorp/aws`. */
  readonly provider: string;
  /** Of the provider. We write only what this version knows, although the bindings may know more. */
  readonly version: string;
  /** Where the schema was read. */
  readonly source: string;
  /** When it was read, `YYYY-MM-DD`. */
  readonly date: string;
  /** The `provider` block. */
  readonly configuration: BlockSchema;
  /** Keyed by type, `aws_db_instance`, sorted. */
  readonly resources: Readonly<Record<string, BlockSchema>>;
  /** Keyed by type, sorted. */
  readonly data: Readonly<Record<string, BlockSchema>>;
}
