import { at, isObject } from './json.ts';
import type { Json } from './plan.ts';

/** `value` without what the marks of Terraform name (`after_sensitive`); a place in a list stays, and is empty. */
export function withoutMarked(value: Json, marks: Json): Json {
  if (marks === true) return null;
  if (Array.isArray(value)) return value.map((item, index) => withoutMarked(item, at(marks, index)));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).map(([key, item]) => [key, withoutMarked(item, at(marks, key))]);
  return Object.fromEntries(kept) as Json;
}

/** Attributes that are marked (`after_unknown`, `after_sensitive`), or have something below that is. */
export function markedAttributes(marks: Json): ReadonlySet<string> {
  if (!isObject(marks)) return new Set();
  return new Set(Object.keys(marks).filter((attribute) => hasMark(marks[attribute] ?? null)));
}

function hasMark(marks: Json): boolean {
  return (
    marks === true || (typeof marks === 'object' && marks !== null && Object.values(marks).some(hasMark))
  );
}
