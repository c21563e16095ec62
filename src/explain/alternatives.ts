import type { Field, ListForm, TextForm } from '../compiler/language/field.ts';
import type { WrittenScalar } from '../compiler/language/scope.ts';
import { type Quantity, type QuantityKind, quantities } from '../compiler/quantity/quantity.ts';

/** What is known beside the field. */
export interface Neighbours {
  /** The names that a reference may have instead: keys of the map at the path. */
  namesAt(target: readonly string[]): readonly string[];
  /** The names of the catalog's table that has the name; what no table knows would lose what rests on its facts. */
  alike(name: string): ReadonlySet<string> | undefined;
}

/**
 * Other values that a person could have written for a field, the nearest first: what stays on the same side of
 * most conditions shows where the value goes, and what is far away shows where it decides.
 *
 * @param current as written; a list of scalars as a list
 * @returns none where only one value is legal
 */
export function alternativesOf(
  field: Field,
  current: WrittenScalar | readonly WrittenScalar[],
  neighbours: Neighbours,
): readonly unknown[] {
  const { form } = field;
  switch (form.kind) {
    case 'flag':
      return [current !== true];
    case 'integer': {
      const number = Number(current);
      const { minimum, maximum } = form;
      return distinct([number + 1, number - 1, number * 2, number + 10, minimum, maximum], number).filter(
        (value) => value >= minimum && value <= maximum,
      );
    }
    case 'quantity':
      return otherQuantities(form.quantity, String(current), field.examples);
    case 'text':
      return otherTexts(form, String(current), field.examples, neighbours);
    case 'list':
      return otherLists(form, [current].flat(), field.examples, neighbours);
    case 'section':
    case 'map':
      return field.examples;
  }
}

function otherQuantities(
  kind: QuantityKind,
  current: string,
  examples: readonly unknown[],
): readonly string[] {
  const { parse, format, examples: ofKind } = quantities[kind] as Quantity<unknown>;
  const written = [...otherNumbers(current), ...examples.map(String), ...ofKind].flatMap((text) => {
    const parsed = parse(text);
    return parsed.ok ? [format(parsed.value)] : [];
  });
  return distinct(written, current);
}

function otherTexts(
  { pattern, maxLength, choices, references }: TextForm,
  current: string,
  examples: readonly unknown[],
  neighbours: Neighbours,
): readonly string[] {
  if (choices) return choices.filter((choice) => choice !== current);
  if (references) return distinct(neighbours.namesAt(references), current);
  const expression = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  const near = [...otherNumbers(current), ...otherEnds(current), ...examples.map(String)];
  const legal = distinct(near, current).filter(
    (text) => text.length > 0 && text.length <= maxLength && (expression?.test(text) ?? true),
  );
  const known = neighbours.alike(current);
  const alike = legal.filter((text) => known?.has(text));
  return alike.length > 0 ? alike : legal;
}

/** One number in the text another, with as many digits: `db.r6g.2xlarge` is `db.r6g.4xlarge`. */
function otherNumbers(text: string): readonly string[] {
  return [...text.matchAll(/[0-9]+/g)].reverse().flatMap(({ 0: digits, index }) => {
    const put = (number: number) =>
      `${text.slice(0, index)}${String(number).padStart(digits.length, '0')}${text.slice(index + digits.length)}`;
    const number = Number(digits);
    if (!Number.isSafeInteger(number * 2)) return [put(Number(digits.slice(-3)) + 1)];
    return [put(number * 2), put(number + 1), ...(number > 0 ? [put(number - 1)] : [])];
  });
}

function otherEnds(text: string): readonly string[] {
  return [
    `${text}x`,
    `${text}-x`,
    `${text}0`,
    `x${text}`,
    text.slice(0, -1),
    `${text.slice(0, -1)}${text.endsWith('a') ? 'b' : 'a'}`,
  ];
}

function otherLists(
  { item, minItems, maxItems, ordered }: ListForm,
  current: readonly WrittenScalar[],
  examples: readonly unknown[],
  neighbours: Neighbours,
): readonly unknown[] {
  const choices = current.map((value) => alternativesOf(item, value, neighbours));
  const near = choices.map(([first], index) => first ?? current[index]);
  const more = item.examples.filter((value) => !current.includes(value as WrittenScalar)).slice(0, 1);
  const lists: readonly (readonly unknown[])[] = [
    withoutAny(current, choices),
    ...(new Set(near).size === near.length ? [near] : []),
    ...(more.length > 0 && current.length < maxItems ? [[...current, ...more]] : []),
    // Where no other item can be, each is missed once.
    ...(current.length > minItems ? current.map((_, index) => current.toSpliced(index, 1)).reverse() : []),
    ...(ordered && current.length > 1 ? [[...current].reverse()] : []),
    ...(examples as readonly (readonly unknown[])[]),
  ];
  return lists.filter((list) => JSON.stringify(list) !== JSON.stringify(current));
}

/** As many items, of which as few as can be were there before. */
function withoutAny(
  current: readonly WrittenScalar[],
  choices: readonly (readonly unknown[])[],
): readonly unknown[] {
  const taken = new Set<unknown>(current);
  return current.map((value, index) => {
    const other = choices[index]?.find((choice) => !taken.has(choice)) ?? value;
    taken.add(other);
    return other;
  });
}

function distinct<T>(values: readonly T[], current: T): readonly T[] {
  return [...new Set(values)].filter((value) => value !== current);
}
