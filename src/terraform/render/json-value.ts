import { invariant } from '../../util/invariant.ts';
import type { Value } from '../ir.ts';
import type { JsonTree } from './json-text.ts';
import { isPlainText, quoteTemplate } from './quote.ts';
import { splitTemplate } from './template.ts';

/**
 * How Terraform reads a string of JSON at some place: as a template, as it stands, or as a reference, which
 * the IR writes the same way.
 */
export type Reading = 'template' | 'literal' | 'reference';

/** A value as JSON, strings and keys rewritten so that Terraform reads from them what HCL would say. */
export function jsonValue(value: Value, reading: Reading): JsonTree {
  if (typeof value === 'string') return STRINGS[reading](value);
  if (typeof value === 'number') {
    invariant(Number.isFinite(value), `${value} is not a number Terraform can read`);
    return value;
  }
  if (value === null || typeof value === 'boolean') return value;
  if (isList(value)) return value.map((item) => jsonValue(item, reading));
  const key = STRINGS[reading === 'reference' ? 'template' : reading];
  return new Map(Object.entries(value).map(([name, item]) => [key(name), jsonValue(item, reading)]));
}

const STRINGS: Readonly<Record<Reading, (text: string) => string>> = {
  template(text) {
    if (isPlainText(text)) return text;
    splitTemplate(text); // for its checks: a broken template fails here and not at the user's
    // Terraform 1.11.4 drops a byte order mark in front of a template, and misreads markers behind a carriage
    // return without line feed (both measured), so these become the value of an expression. A `$` in front
    // of the return goes with it, else it would escape that expression.
    const hasMarkers = /[$%]\{/.test(text);
    const evaluated = hasMarkers ? text.replace(/\$*\r(?!\n)/g, asExpression) : text;
    return evaluated.replace(/^\ufeff/, asExpression);
  },
  literal(text) {
    if (isPlainText(text)) return text;
    const [part, ...others] = splitTemplate(text);
    const isLiteral = others.length === 0 && (part === undefined || part.kind === 'literal');
    invariant(isLiteral, `${JSON.stringify(text)} holds an expression where Terraform evaluates none`);
    return part?.kind === 'literal' ? part.text : '';
  },
  reference: (text) => text,
};

function asExpression(text: string): string {
  return `\${${quoteTemplate([{ kind: 'literal', text }])}}`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
