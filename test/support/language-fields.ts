import type { Field, Form } from '../../src/compiler/language/field.ts';

export interface NamedField {
  /** `.caches.*.nodeType`: items of maps and lists are `*`. */
  readonly path: string;
  readonly field: Field;
}

/** Every key of the language, items of maps and lists included, each behind the one that holds it. */
export function allFields(field: Field, path = ''): readonly NamedField[] {
  return [
    { path, field },
    ...childrenOf(field.form).flatMap(([name, child]) => allFields(child, `${path}.${name}`)),
  ];
}

function childrenOf(form: Form): readonly (readonly [string, Field])[] {
  if (form.kind === 'section') return Object.entries(form.fields);
  if (form.kind === 'map' || form.kind === 'list') return [['*', form.item]];
  return [];
}
