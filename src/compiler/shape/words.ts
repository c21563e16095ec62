import type { Field, Form } from '../language/field.ts';
import { show } from '../load/yaml-messages.ts';
import { type Quantity, quantities } from '../quantity/quantity.ts';
import type { SourceNode } from '../source-tree.ts';
import { formatPath, type SpecPath } from '../spec-path.ts';
import { spellValue } from './spelling.ts';

/** A value by its last name, for messages: `minReplicas`, `instanceTypes[2]`. */
export function labelOf(path: SpecPath): string {
  let from = path.length - 1;
  while (from > 0 && /^[0-9]+$/.test(path[from] ?? '')) from -= 1;
  const text = formatPath(path.slice(Math.max(0, from)));
  return cut(text.startsWith('[') ? text.slice(1, -1) : text);
}

/** A map by its whole path; the root is "the spec". */
export function placeOf(path: SpecPath): string {
  return path.length === 0 ? 'the spec' : cut(formatPath(path));
}

/** What stands at a place: `a list`, `the number 3`, `the text "three"`. */
export function foundText(node: SourceNode): string {
  if (node.kind !== 'scalar') return `a ${node.kind}`;
  if (node.value === null) return node.source === '' ? 'empty' : 'null';
  if (typeof node.value === 'number') return `the number ${node.source}`;
  return typeof node.value === 'boolean' ? String(node.value) : `the text ${show(node.value)}`;
}

/** What the language wants at a place: `a whole number from 1 to 100`. */
export function wantedText({ form }: Field): string {
  switch (form.kind) {
    case 'text':
      return form.choices ? oneOf(form.choices) : 'text';
    case 'quantity': {
      const { noun, examples } = quantities[form.quantity] as Quantity<unknown>;
      return `${noun} such as ${examples.slice(0, 2).join(' or ')}`;
    }
    case 'integer':
      return `a whole number ${boundsText(form)}`;
    case 'flag':
      return 'true or false';
    case 'list':
      return 'a list';
    case 'section':
      return form.switchable ? 'true or a map of keys' : 'a map of keys';
    case 'map':
      return 'a map of names';
  }
}

export function boundsText({ minimum, maximum }: Extract<Form, { kind: 'integer' }>): string {
  return minimum === maximum ? `exactly ${minimum}` : `from ${minimum} to ${maximum}`;
}

/** `a`, `a or b`, `one of a, b, c`; a long list is cut. */
export function oneOf(words: readonly string[]): string {
  if (words.length < 3) return words.join(' or ');
  return `one of ${listed(words, 12)}`;
}

/** `a, b, c and 12 more`. */
export function listed(words: readonly string[], most: number): string {
  const shown = words.slice(0, most).map((word) => cut(word));
  const more = words.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What to write, with an example where the words alone do not show it. */
export function adviceText(field: Field): string {
  const { form } = field;
  const isVague = (form.kind === 'text' && !form.choices) || form.kind === 'list' || form.kind === 'map';
  const example = isVague ? exampleOf(field) : undefined;
  return `write ${wantedText(field)}${example === undefined ? '' : `, such as ${example}`}`;
}

/** A right value for the field, when it fits into a sentence. */
export function exampleOf(field: Field): string | undefined {
  const [example] = field.examples;
  const text = example === undefined ? '' : spellValue(example);
  return text !== '' && text.length <= 100 ? text : undefined;
}

/** The first sentence of a description, without its full stop. */
export function firstSentence(description: string): string {
  const end = /\.(?:\s|$)/.exec(description);
  return end ? description.slice(0, end.index) : description;
}

function cut(text: string): string {
  return text.length > 80 ? `${[...text.slice(0, 78)].slice(0, 77).join('')}…` : text;
}
