import type { Field } from '../../compiler/language/field.ts';
import { formatPath, type SpecPath } from '../../compiler/spec-path.ts';

/** A place of the language: its field, and the path with `*` for the names that people give. */
export interface SpecField {
  readonly field: Field;
  readonly pattern: SpecPath;
}

/** The field that declares what stands at a path; nothing where the language has no such key. */
export function specField(language: Field, path: SpecPath): SpecField | undefined {
  let field: Field = language;
  const pattern: string[] = [];
  for (const part of path) {
    const { form } = field;
    if (form.kind === 'section') {
      if (!Object.hasOwn(form.fields, part)) return undefined;
      field = form.fields[part] as Field;
      pattern.push(part);
    } else if (form.kind === 'map' || form.kind === 'list') {
      field = form.item;
      pattern.push('*');
    } else return undefined;
  }
  return { field, pattern };
}

/** The keys of the section at a path, in the order of the language; nothing for a map of items. */
export function keysAt(language: Field, path: SpecPath): readonly string[] | undefined {
  const form = specField(language, path)?.field.form;
  return form?.kind === 'section' ? Object.keys(form.fields) : undefined;
}

/** What can be named in a section, relative to it: its values, and maps of values with a name in brackets. */
export function valuesIn(field: Field, above: SpecPath = []): readonly string[] {
  const { form } = field;
  if (form.kind === 'section')
    return Object.entries(form.fields).flatMap(([name, inner]) => valuesIn(inner, [...above, name]));
  if (form.kind !== 'map') return [formatPath(above)];
  const isOfValues = form.item.form.kind !== 'section' && form.item.form.kind !== 'map';
  return isOfValues ? [`${formatPath(above)}["…"]`] : [];
}
