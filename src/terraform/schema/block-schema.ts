/** What a provider accepts inside one block: a resource, a data source, its own configuration, or a nested block. */
export interface BlockSchema {
  /** Keyed by Terraform name, sorted by it; without meta-arguments. */
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  /** Keyed by Terraform name, sorted by it. A name is never in both records. */
  readonly blocks: Readonly<Record<string, NestedBlock>>;
}

export interface AttributeSchema {
  /** `computed`: the provider sets it and refuses it in a configuration. Optional and computed is `optional`. */
  readonly presence: 'required' | 'optional' | 'computed';
  readonly type: TerraformType;
  /** Only known for AWS; the Kubernetes bindings do not carry it. */
  readonly deprecated?: boolean;
}

export interface NestedBlock {
  readonly nesting: 'single' | 'list' | 'set';
  readonly minItems: number;
  /** Absent where any number is allowed. */
  readonly maxItems?: number;
  readonly block: BlockSchema;
}

/**
 * A type constraint as `terraform providers schema -json` writes it.
 *
 * `dynamic` takes any value; only `kubernetes_manifest` has it.
 */
export type TerraformType =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | readonly ['list' | 'set' | 'map', TerraformType]
  | readonly ['object', Readonly<Record<string, TerraformType>>];

/** Whether the renderer has to write this name as a block, not as an attribute. */
export function isBlock(schema: BlockSchema, name: string): boolean {
  return Object.hasOwn(schema.blocks, name);
}
