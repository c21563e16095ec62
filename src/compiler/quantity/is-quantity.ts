import { type Quantity, type QuantityKind, quantities } from './quantity.ts';

/** Whether what is written is a quantity of the kind: the keyword `x-quantity` of our JSON Schema. */
export function isQuantity(kind: QuantityKind, written: string | number): boolean {
  const quantity: Quantity<unknown> = quantities[kind];
  return quantity.parse(String(written)).ok;
}
