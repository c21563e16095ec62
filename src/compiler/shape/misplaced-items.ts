import type { Field } from '../language/field.ts';
import type { PlaceProblems } from './place-problems.ts';

/** Whether an item is a section of the spec that was indented, and so became an item of the section before it. */
export function isIndentedSection(language: Field, { subject, unknown }: PlaceProblems): boolean {
  const { node, parent, part } = subject;
  const isItem = parent?.field.form.kind === 'map' && parent.parent && !parent.parent.parent;
  if (!isItem || node.kind !== 'map' || language.form.kind !== 'section') return false;
  return Object.hasOwn(language.form.fields, part) && unknown.size > 0 && unknown.size === node.entries.size;
}

/**
 * The kinds whose keys an item has, when it has keys that its own kind does not know: a database that stands
 * below `workloads`, because the line `databases:` is missing or indented.
 *
 * @returns names of root keys; empty when the item is wrong in another way
 */
export function kindsOfItem(
  language: Field,
  { subject, unknown, missing }: PlaceProblems,
): readonly string[] {
  const { node, parent } = subject;
  const isItem = parent?.field.form.kind === 'map' && parent.parent && !parent.parent.parent;
  if (!isItem || node.kind !== 'map' || unknown.size === 0 || language.form.kind !== 'section') return [];
  // One key of several can be a slip of another kind, unless the item has little of its own kind either.
  if (unknown.size < 2 && unknown.size < node.entries.size && missing.size < 2) return [];
  const keys = [...node.entries.keys()];
  const kinds = Object.entries(language.form.fields).flatMap(([name, { form }]) => {
    const fields =
      form.kind === 'map' && form.item.form.kind === 'section' ? form.item.form.fields : undefined;
    const hasAll = fields && name !== parent.part && keys.every((key) => Object.hasOwn(fields, key));
    return hasAll ? [name] : [];
  });
  return kinds.length <= 2 ? kinds : [];
}
