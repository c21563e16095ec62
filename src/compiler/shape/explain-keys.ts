import { nearWords } from '../../util/did-you-mean.ts';
import type { Field, MapForm } from '../language/field.ts';
import { grouped, show } from '../load/yaml-messages.ts';
import type { SourceMap } from '../source-tree.ts';
import type { SpecPath } from '../spec-path.ts';
import type { Explanation } from './finding.ts';
import { repairText } from './repair.ts';
import { spellText, spellValue } from './spelling.ts';
import type { Subject } from './subject.ts';
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
  if (places.length > 0) return misplaced(unknown.message, key, places);

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
    suggestions: candidates.map((word) => ({ message: `did you mean ${word}?`, replacement: word })),
  };
}

function misplaced(message: string, key: string, places: readonly SpecPath[]): Explanation {
  const texts = places.map(placeText);
  return {
    code: 'shape/misplaced-key',
    message: `${message}; it belongs in ${texts.join(' or ')}`,
    help: `move it to ${texts.join(' or ')}`,
    suggestions: texts.map((text) => ({ message: `write ${show(key)} in ${text}` })),
  };
}

function placeText(place: SpecPath): string {
  return place.length === 0
    ? 'the top level of the spec'
    : placeOf(place).replaceAll('["<name>"]', '.<name>');
}

export function explainMissingKey({ field, path }: Subject, key: string): Explanation {
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
  const isFree = repaired !== undefined && !(node as SourceMap).entries.has(repaired);
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
