import { invariant } from '../../util/invariant.ts';
import type { Value } from '../ir.ts';
import { INVISIBLE } from './characters.ts';
import { decimal } from './decimal.ts';
import { layEntries } from './hcl-entries.ts';
import { heredocLines } from './heredoc.ts';
import { isIdentifier } from './identifier.ts';
import { quoteKey, quoteTemplate } from './quote.ts';
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

/**
 * A value as HCL, one element a line; the first goes behind `=`, the others are relative to the line where
 * it begins.
 */
export function valueLines(value: Value, place: Place): readonly string[] {
  if (typeof value === 'string') return stringLines(value, place);
  if (typeof value === 'number') return [decimal(value)];
  if (value === null || typeof value === 'boolean') return [String(value)];
  if (isList(value)) return listLines(value, place);
  return objectLines(value, place);
}

function stringLines(text: string, place: Place): readonly string[] {
  if (place.references) return [reference(text)];
  const parts = splitTemplate(text);
  const expression = soleExpression(parts);
  if (expression !== undefined) return [expression];
  return (place.heredoc ? heredocLines(parts) : undefined) ?? [quoteTemplate(parts)];
}

function reference(text: string): string {
  const isOneLine = text !== '' && text.trim() === text && !INVISIBLE.test(text);
  invariant(isOneLine, `${JSON.stringify(text)} is not a reference`);
  return text;
}

function listLines(items: readonly Value[], place: Place): readonly string[] {
  if (items.length === 0) return ['[]'];
  const inItem = { ...place, room: place.room - INDENT.length, heredoc: false };
  if (items.every(isScalar)) {
    const line = `[${items.map((item) => valueLines(item, inItem)[0]).join(', ')}]`;
    if (line.length <= place.room) return [line];
  }
  const lines = items.flatMap((item) => {
    const itemLines = valueLines(item, inItem);
    return itemLines.map((line, index) => (index === itemLines.length - 1 ? `${line},` : line));
  });
  return ['[', ...indented(lines), ']'];
}

// Four short entries are still read at a glance: `{ source = "hashicorp/aws", version = "~> 6.0" }`.
const ONE_LINE_ENTRIES = 4;
const ONE_LINE_COLUMNS = 64;

function objectLines(value: { readonly [key: string]: Value }, place: Place): readonly string[] {
  const entries = Object.entries(value);
  if (entries.length === 0) return ['{}'];
  const inEntry = { ...place, heredoc: true };
  if (entries.length <= ONE_LINE_ENTRIES && entries.every(([, item]) => isScalar(item))) {
    // A text that deserves a heredoc makes the object one of several lines, wherever it stands.
    const written = entries.map(([key, item]) => [objectKey(key), valueLines(item, inEntry)] as const);
    const line = `{ ${written.map(([key, lines]) => `${key} = ${lines[0]}`).join(', ')} }`;
    const fits = line.length <= Math.min(ONE_LINE_COLUMNS, place.room);
    if (fits && written.every(([, lines]) => lines.length === 1)) return [line];
  }
  const lines = layEntries(
    entries.map(([key, item]) => {
      const name = objectKey(key);
      const room = place.room - INDENT.length - name.length - ' = '.length;
      return { name, lines: valueLines(item, { ...inEntry, room }) };
    }),
  );
  return ['{', ...indented(lines), '}'];
}

function objectKey(key: string): string {
  // `for` would begin a for expression; the literals are read as names, but not by people.
  const isReserved = key === 'for' || key === 'true' || key === 'false' || key === 'null';
  return isIdentifier(key) && !isReserved ? key : quoteKey(splitTemplate(key));
}

function isScalar(value: Value): boolean {
  return value === null || typeof value !== 'object' || Object.keys(value).length === 0;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

const INDENT = '  ';

/** Empty lines stay empty. */
export function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : INDENT + line));
}
