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
    const model: Record<string, unknown> = {};
    for (const name of Object.keys(form.fields)) {
      model[name] = modelOf(form.fields[name]!, cell.entries.get(name));
    }
    return model;
  }
  if (form.kind === 'map') {
    const model = new Map<string, unknown>();
    for (const [key, child] of cell.entries) model.set(key, modelOf(form.item, child));
    return model;
  }
  return [...cell.entries.values()].map((child) =>
    form.kind === 'list' ? modelOf(form.item, child) : undefined,
  );
}
