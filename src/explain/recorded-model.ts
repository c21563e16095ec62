import type { Field } from '../compiler/language/field.ts';
import type { Cell } from '../compiler/resolve/cell.ts';
import { modelOf } from '../compiler/resolve/model.ts';
import { pathKey, type SpecPath } from '../compiler/spec-path.ts';

/**
 * The model of `modelOf`, which tells what is read from it: every key of a section, also one that is absent, and
 * with a map or list of values all of its values. What was not read cannot have changed anything.
 *
 * @param record called with the `pathKey` of what is read
 */
export function recordedModel(
  field: Field,
  cell: Cell | undefined,
  record: (key: string) => void,
  path: SpecPath = [],
): unknown {
  if (!cell || cell.kind === 'leaf') return modelOf(field, cell);
  const { form } = field;
  if (form.kind === 'section') {
    const section = {};
    for (const [name, child] of Object.entries(form.fields)) {
      const childPath = [...path, name];
      const childCell = cell.entries.get(name);
      const value = recordedModel(child, childCell, record, childPath);
      const keys = [pathKey(childPath), ...valuesBelow(childCell)];
      Object.defineProperty(section, name, {
        enumerable: true,
        get() {
          for (const key of keys) record(key);
          return value;
        },
      });
    }
    return section;
  }
  if (form.kind === 'map')
    return new Map(
      [...cell.entries].map(([key, child]) => [key, recordedModel(form.item, child, record, [...path, key])]),
    );
  return [...cell.entries].map(([index, child]) =>
    form.kind === 'list' ? recordedModel(form.item, child, record, [...path, index]) : undefined,
  );
}

/** Values that no section stands before, so that nothing would tell of their being read. */
function valuesBelow(cell: Cell | undefined): readonly string[] {
  if (!cell || cell.kind === 'leaf' || cell.kind === 'section') return [];
  return [...cell.entries.values()].flatMap((child) =>
    child.kind === 'leaf' ? [pathKey(child.path)] : valuesBelow(child),
  );
}
