import type { Component } from './component.ts';
import type { Frame } from './frame/frame.ts';
import { frame } from './frame/frame.ts';
import { always } from './language/fallback.ts';
import type { Field, Fields, ModelOf, SectionWritten } from './language/field.ts';
import { section } from './language/fields.ts';

/**
 * The whole language: the keys about the environment, and one for each component. A component that says nothing
 * about its absence is always there, empty if need be.
 */
export function languageOf(components: readonly Component[]): Field {
  const kinds = components.map(({ key, field }) => [
    key,
    field.fallback.kind === 'required' ? always(field as Field<unknown, unknown, 'required'>) : field,
  ]);
  return section(
    { ...frame, ...(Object.fromEntries(kinds) as Fields) },
    {
      description: 'How much capacity one environment has, who may change it, and between which bounds.',
      example: {},
    },
  );
}

type FieldOf<Components extends readonly Component[], Key> = Extract<
  Components[number],
  { readonly key: Key }
>['field'];

/** The resolved environment, of which every key is present. */
export type ModelOfComponents<Components extends readonly Component[]> = Frame & {
  readonly [Key in Components[number]['key']]: ModelOf<FieldOf<Components, Key>>;
};

/** What a person may write: the type of a spec as an object. */
export type SpecOfComponents<Components extends readonly Component[]> = SectionWritten<typeof frame> & {
  readonly [Key in Components[number]['key']]?: FieldOf<Components, Key> extends Field<infer Written>
    ? Written
    : never;
};
