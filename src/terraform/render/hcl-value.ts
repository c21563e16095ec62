import { invariant } from '../../util/invariant.ts';
import type { Value } from '../ir.ts';
import { INVISIBLE } from './characters.ts';
import { decimal } from './decimal.ts';
import { layEntries } from './hcl-entries.ts';
import { heredocText } from './heredoc.ts';
import { isIdentifier } from './identifier.ts';
import { isPlainText, quoteKey, quoteTemplate } from './quote.ts';
import { soleExpression, splitTemplate } from './template.ts';

/** Where a value stands, which decides how it may be written. */
export interface Place {
  /** Columns left on the line where the value begins; a list that needs more goes over several lines. */
  readonly room: number;
  /** True where strings are references and are written bare. */
  readonly references: boolean;
  /** False inside lists: a comma cannot follow the end of a heredoc. */
  readonly heredoc: boolean;
}

/** One level of indentation. */
export const INDENT = '  ';

/**
 * A value as HCL, one element a line; the first goes behind `=`, the others are relative to the line where
 * it begins.
 */
export function valueLines(value: Value, place: Place): readonly string[] {
  return valueText(value, place, '').split('\n');
}

/**
 * A value as HCL, as it stands behind `=`, without a final newline.
 *
 * @param indent of the line where the value begins. Every further line gets it here, where it is made, so that
 *   nobody takes the text apart again to indent it; empty lines stay empty
 */
export function valueText(value: Value, place: Place, indent: string): string {
  if (typeof value === 'string') return stringText(value, place, indent);
  if (typeof value === 'number') return decimal(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return listText(value, place, indent);
  return objectText(value, place, indent);
}

function stringText(text: string, place: Place, indent: string): string {
  if (place.references) return reference(text);
  // Nearly every text; what follows says the same of it.
  if (isPlainText(text)) return `"${text}"`;
  const parts = splitTemplate(text);
  const expression = soleExpression(parts);
  if (expression !== undefined) return expression;
  const isHeredocPossible = place.heredoc && text.includes('\n');
  return (isHeredocPossible ? heredocText(parts, indent) : undefined) ?? quoteTemplate(parts);
}

function reference(text: string): string {
  const isOneLine = text !== '' && text.trim() === text && !INVISIBLE.test(text);
  if (!isOneLine) invariant(false, `${JSON.stringify(text)} is not a reference`);
  return text;
}

function listText(items: readonly Value[], place: Place, indent: string): string {
  if (items.length === 0) return '[]';
  const inner = indent + INDENT;
  const inItem = { room: place.room - INDENT.length, references: place.references, heredoc: false };
  const texts = items.map((item) => valueText(item, inItem, inner));
  if (items.every(isScalar)) {
    const line = `[${texts.join(', ')}]`;
    if (line.length <= place.room) return line;
  }
  let lines = '';
  for (const text of texts) lines += `${inner}${text},\n`;
  return `[\n${lines}${indent}]`;
}

// Four short entries are still read at a glance: `{ source = "hashicorp/aws", version = "~> 6.0" }`.
const ONE_LINE_ENTRIES = 4;
const ONE_LINE_COLUMNS = 64;

function objectText(value: { readonly [key: string]: Value }, place: Place, indent: string): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return '{}';
  const inner = indent + INDENT;
  const entries = keys.map((key) => {
    const name = objectKey(key);
    const room = place.room - INDENT.length - name.length - ' = '.length;
    const inEntry = { room, references: place.references, heredoc: true };
    return { name, text: valueText(value[key]!, inEntry, inner) };
  });
  if (keys.length <= ONE_LINE_ENTRIES && keys.every((key) => isScalar(value[key]!))) {
    const line = `{ ${entries.map(({ name, text }) => `${name} = ${text}`).join(', ')} }`;
    const fits = line.length <= Math.min(ONE_LINE_COLUMNS, place.room);
    // A text that deserves a heredoc makes the object one of several lines, wherever it stands.
    if (fits && !line.includes('\n')) return line;
  }
  return `{\n${layEntries(entries, inner)}${indent}}`;
}

function objectKey(key: string): string {
  // `for` would begin a for expression; the literals are read as names, but not by people.
  const isReserved = key === 'for' || key === 'true' || key === 'false' || key === 'null';
  if (isIdentifier(key) && !isReserved) return key;
  return isPlainText(key) ? `"${key}"` : quoteKey(splitTemplate(key));
}

function isScalar(value: Value): boolean {
  return value === null || typeof value !== 'object' || Object.keys(value).length === 0;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
