import type { Field } from '../compiler/language/field.ts';
import type { Cell } from '../compiler/resolve/cell.ts';

/**
 * The model of `modelOf`, of cells that have most in common with those before: what is the same cell is the same value.
 *
 * @param known of the cells before
 */
export function modelWith(field: Field, cell: Cell | undefined, known: WeakMap<Cell, unknown>): unknown {
  if (!cell || cell.kind === 'leaf') return cell?.value;
  if (known.has(cell)) return known.get(cell);
  const model = groupWith(field, cell, known);
  known.set(cell, model);
  return model;
}

function groupWith(
  { form }: Field,
  { entries }: Exclude<Cell, { kind: 'leaf' }>,
  known: WeakMap<Cell, unknown>,
): unknown {
  if (form.kind === 'section')
    return Object.fromEntries(
      Object.entries(form.fields).map(([name, child]) => [name, modelWith(child, entries.get(name), known)]),
    );
  if (form.kind === 'map')
    return new Map([...entries].map(([key, child]) => [key, modelWith(form.item, child, known)]));
  return [...entries.values()].map((child) =>
    form.kind === 'list' ? modelWith(form.item, child, known) : undefined,
  );
}
