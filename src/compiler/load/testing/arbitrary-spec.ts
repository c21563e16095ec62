import fc from 'fast-check';
import { stringify } from 'yaml';

// Words that look like something else, and characters that mean something to YAML.
const tricky = fc.constantFrom(
  ...[
    '',
    ' ',
    'null',
    '~',
    'true',
    'No',
    'on',
    '1',
    '1.30',
    '0123',
    '0x1f',
    '1e3',
    '.inf',
    '-',
    '- a',
    '? a',
    ': a',
  ],
  ...[
    'a: b',
    'a #b',
    '#a',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '@a',
    '`a`',
    '%a',
    '[a',
    '{a}',
    ']',
    'a, b',
    '"a',
    "'a'",
  ],
  ...[
    'a\nb',
    'a\n\nb\n',
    '\na',
    ' a ',
    'a\tb',
    '\ta',
    'a\\b',
    'é😀',
    'a: ',
    '---',
    '...',
    '--- a',
    '<<',
    'a:b',
    '\u00a0a',
  ],
);
// Composed, because the loader refuses text that Terraform would spell otherwise.
const printable = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.normalize('NFC'));
const long = fc
  .array(fc.constantFrom('word', 'another', 'x', 'long-word', '#', '-', ':'), { maxLength: 40 })
  .map((words) => words.join(' '));
const text = fc.oneof(tricky, printable, long);
const number = fc.oneof(
  fc.integer(),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
  fc.maxSafeInteger(),
);
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));

const FORBIDDEN = new Set(['', '<<', '__proto__', 'constructor', 'prototype', 'null', '~', 'Null', 'NULL']);
const key = fc
  .oneof(fc.stringMatching(/^[a-z][a-zA-Z0-9-]{0,8}$/), text)
  .filter((name) => !FORBIDDEN.has(name) && !name.includes('\n') && name.length < 100);

/** A spec as JavaScript has it: maps, lists and scalars that the loader takes. */
export const specValue: fc.Arbitrary<Record<string, unknown>> = fc
  .letrec<{ map: Record<string, unknown>; node: unknown }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      tie('map'),
      fc.array(tie('node'), { maxLength: 4 }),
    ),
    map: fc.dictionary(key, tie('node'), { maxKeys: 5, noNullPrototype: true }),
  }))
  .map.filter((map) => Object.keys(map).length > 0);

/** Ways to print a spec. Anchors are the printer's own; numbers of people have no trailing zeros. */
export const style = fc.record({
  collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
    'BLOCK_FOLDED' as const,
    'BLOCK_LITERAL' as const,
  ),
  defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
  indent: fc.constantFrom(1, 2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  minContentWidth: fc.constant(0),
  flowCollectionPadding: fc.boolean(),
  singleQuote: fc.constantFrom(null, true, false),
});

export function print(value: Record<string, unknown>, how: Style): string {
  return stringify(value, { ...how, version: '1.2', schema: 'core', aliasDuplicateObjects: false });
}

export type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;
