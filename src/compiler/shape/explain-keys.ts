import { nearWords } from '../../util/did-you-mean.ts';
import { grouped } from '../../util/grouped-digits.ts';
import type { Field, MapForm } from '../language/field.ts';
import { show } from '../load/yaml-messages.ts';
import type { SourceMap } from '../source-tree.ts';
import type { SpecPath } from '../spec-path.ts';
import type { Explanation } from './finding.ts';
import { repairText } from './repair.ts';
import { spellText, spellValue } from './spelling.ts';
import type { Subject } from './subject.ts';
import { isCertain } from './suggest-words.ts';
import { whereKeyBelongs } from './where-key-belongs.ts';
import { firstSentence, labelOf, listed, placeOf } from './words.ts';

/**
 * A key that the language does not have at this place.
 *
 * @param missing the required key that it most likely is
 */
export function explainUnknownKey(
  language: Field,
  { field, node, path }: Subject,
  key: string,
  missing: string | undefined,
): Explanation {
  const unknown = { message: `${show(key)} is not a key of ${placeOf(path)}` };
  const known = field.form.kind === 'section' ? Object.keys(field.form.fields) : [];
  const near = nearWords(key, known);
  // One letter more or less is a slip of the fingers, and not the right key in a wrong place.
  const isSlip = near[0] !== undefined && near[0].distance <= 1;
  const places = missing === undefined && !isSlip ? whereKeyBelongs(language, path, key) : [];
  if (places.length > 0) return misplaced(unknown.message, [key], places);

  const words = near.map(({ word }) => word);
  const written = (node as SourceMap).entries;
  // What only a parent says is what this key was meant to replace.
  const file = written.get(key)?.keySpan.file;
  const isTaken = (word: string) => written.get(word)?.keySpan.file === file && written.has(word);
  const free = words.filter((word) => word !== missing && !isTaken(word));
  const candidates = missing === undefined ? free : [missing, ...free].slice(0, 3);
  if (candidates.length === 0 && words[0] !== undefined) {
    const help = `remove it; ${words[0]} is there already`;
    return { code: 'shape/unknown-key', ...unknown, help };
  }
  return {
    code: 'shape/unknown-key',
    ...unknown,
    help: known.length === 0 ? 'remove it' : `the keys are ${listed(known, 12)}`,
    suggestions: candidates.map((word) => ({
      message: `did you mean ${word}?`,
      replacement: word,
      ...(isCertain(word, key, near) ? { applicability: 'machine' as const } : {}),
    })),
  };
}

/** Where the keys belong that stand in one wrong place and have the same right one. */
export function homesOf(
  language: Field,
  { field, path }: Subject,
  key: string,
  missing: string | undefined,
): readonly SpecPath[] {
  const known = field.form.kind === 'section' ? Object.keys(field.form.fields) : [];
  const [near] = nearWords(key, known);
  return missing !== undefined || (near && near.distance <= 1) ? [] : whereKeyBelongs(language, path, key);
}

/** Several keys of one map that belong together into another one. */
export function explainMisplacedKeys(
  { path }: Subject,
  keys: readonly string[],
  homes: readonly SpecPath[],
): Explanation {
  const shown = keys.map((key) => show(key));
  const names =
    shown.length > 4
      ? `${shown.slice(0, 3).join(', ')} and ${shown.length - 3} more`
      : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
  return misplaced(`${names} are not keys of ${placeOf(path)}`, keys, homes);
}

/** A key that stands in the column of the empty one that it belongs below. */
export function explainOutdented({ path }: Subject, key: string, below: string): Explanation {
  const place = labelOf([...path, below]);
  return {
    code: 'shape/misplaced-key',
    message: `${show(key)} is not a key of ${placeOf(path)}; ${place} above it is empty`,
    help: `if it belongs in ${place}, indent it and everything below it by two more spaces`,
  };
}

/** A section of the spec among the items of another one. */
export function explainIndentedSection({ part, parent }: Subject): Explanation {
  return {
    code: 'shape/misplaced-key',
    message: `${show(part)} is a key of the spec, and stands among the items of ${placeOf(parent?.path ?? [])}`,
    help: `write "${part}:" and everything below it without the spaces in front`,
  };
}

/** An item with the keys of another kind. */
export function explainMisplacedItem({ path, parent }: Subject, kinds: readonly string[]): Explanation {
  const where = kinds.join(' or ');
  return {
    code: 'shape/misplaced-item',
    message: `${placeOf(path)} has keys of ${where}, not of ${placeOf(parent?.path ?? [])}`,
    help: `move it below ${where}; the line "${kinds[0]}:" may be missing above it, or indented`,
  };
}

function misplaced(message: string, keys: readonly string[], places: readonly SpecPath[]): Explanation {
  const texts = places.map(placeText);
  const [it, belongs] = keys.length === 1 ? ['it', 'belongs'] : ['they', 'belong'];
  return {
    code: 'shape/misplaced-key',
    message: `${message}; ${it} ${belongs} in ${texts.join(' or ')}`,
    help: `move ${keys.length === 1 ? 'it' : 'them'} to ${texts.join(' or ')}`,
    suggestions: texts.map((text) => ({ message: `write ${keys.map(show).join(', ')} in ${text}` })),
  };
}

function placeText(place: SpecPath): string {
  return place.length === 0
    ? 'the top level of the spec'
    : placeOf(place).replaceAll('["<name>"]', '.<name>');
}

/** One or more keys that a map must have. */
export function explainMissingKeys(subject: Subject, keys: readonly string[]): Explanation {
  const [only, ...others] = keys;
  if (only !== undefined && others.length === 0) return explainMissingKey(subject, only);
  const { field, path } = subject;
  const fields = field.form.kind === 'section' ? field.form.fields : {};
  const shown = keys.slice(0, 5).map((key) => `no ${key}`);
  const rest = keys.length - shown.length;
  const last = rest > 0 ? `${rest} more are missing` : shown.pop();
  const examples = keys.slice(0, 5).map((key) => `${key}: ${fields[key] ? exampleText(fields[key]) : '…'}`);
  return {
    code: 'shape/missing-key',
    message: `${placeOf(path)} has ${shown.join(', ')} and ${last}`,
    help: `add ${examples.join(', ')}`,
  };
}

function explainMissingKey({ field, path }: Subject, key: string): Explanation {
  const child = field.form.kind === 'section' ? field.form.fields[key] : undefined;
  const what = child ? `: ${firstSentence(child.description)}` : '';
  return {
    code: 'shape/missing-key',
    message: `${placeOf(path)} has no ${key}${what}`,
    help: `add ${key}: ${child ? exampleText(child) : '…'}`,
  };
}

/** The example of a field; a long one shows its keys only. */
function exampleText({ examples: [example] }: Field): string {
  const text = spellValue(example);
  if (text.length <= 100 || typeof example !== 'object' || example === null) return text;
  if (Array.isArray(example)) return '[…]';
  return `{${Object.keys(example)
    .map((key) => `${spellText(key)}: …`)
    .join(', ')}}`;
}

/** A key of a map whose keys are names, and that cannot be one. */
export function explainBadName({ field, node, path }: Subject, key: string): Explanation {
  const { keyMeaning, keyPattern, maxKeyLength } = field.form as MapForm;
  const repaired = repairText(key, keyPattern, maxKeyLength);
  const { entries } = node as SourceMap;
  // What only a parent says is what this item was meant to complete.
  const file = entries.get(key)?.keySpan.file;
  const isFree = repaired !== undefined && entries.get(repaired)?.keySpan.file !== file;
  const length = [...key].length;
  const isTooLong = length > maxKeyLength;
  const message = isTooLong
    ? `the name ${show(key)} is ${grouped(length)} characters long; ${grouped(maxKeyLength)} are allowed`
    : `${show(key)} cannot be a name in ${placeOf(path)}`;
  return {
    code: 'shape/bad-name',
    message,
    help: isTooLong ? 'shorten the name' : `write ${keyMeaning}`,
    ...(isFree
      ? { suggestions: [{ message: `did you mean ${repaired}?`, replacement: spellText(repaired) }] }
      : {}),
  };
}

/** Keys of an item that stand where the name of the item should. */
export function explainMissingName({ field, path }: Subject, key: string): Explanation {
  const item = (field.form as MapForm).item;
  return {
    code: 'shape/missing-name',
    message: `${placeOf(path)} holds names, but ${show(key)} is a key of one item: its name is missing`,
    help: `write a name below ${labelOf(path)}, and ${listed(Object.keys((item.form as { fields: object }).fields), 3)} below the name`,
  };
}
