import type { Field } from '../language/field.ts';
import type { Cell } from './cell.ts';

/**
 * The typed view of resolved cells: sections are objects with every key of the language (absent ones are
 * `undefined`), maps are `Map`s sorted by key, leaves are values in the units of the model.
 */
export function modelOf(field: Field, cell: Cell | undefined): unknown {
  if (!cell) return undefined;
  if (cell.kind === 'leaf') return cell.value;
  const { form } = field;
  if (form.kind === 'section') {
    return Object.fromEntries(
      Object.entries(form.fields).map(([name, child]) => [name, modelOf(child, cell.entries.get(name))]),
    );
  }
  if (form.kind === 'map') {
    return new Map([...cell.entries].map(([key, child]) => [key, modelOf(form.item, child)]));
  }
  return [...cell.entries.values()].map((child) =>
    form.kind === 'list' ? modelOf(form.item, child) : undefined,
  );
}
