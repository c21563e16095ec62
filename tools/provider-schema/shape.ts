import type { TerraformType } from '../../src/terraform/schema/block-schema.ts';

/**
 * What one property of a binding takes. Declarations and mappers both say it, so the two can be compared.
 * Neither tells a set from a list; the descriptors do.
 */
export type Shape =
  | { readonly kind: 'value'; readonly type: TerraformType }
  | {
      readonly kind: 'struct';
      /** Of the interface. */
      readonly name: string;
      readonly many: boolean;
    };

export function printShape(shape: Shape): string {
  if (shape.kind === 'value') return JSON.stringify(shape.type);
  return shape.many ? `${shape.name}[]` : shape.name;
}
