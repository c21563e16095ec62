import fc from 'fast-check';
import type { Value } from '../ir.ts';
import { escapeTemplateMarkers, soleExpression, splitTemplate } from './template.ts';

const HCL_FRAGMENTS =
  '$ % { } ${ %{ $${ %%{ ${a} %{if} " \\ \\n \\" EOT EOT\n <<EOT # // /* ~} ${~ null'.split(/ /);
const CONTROLS = ['\n', '\r', '\r\n', '\t', '\0', '\x1b', '\x85', '\ufeff', '\u2028', '\u202e', '\u{e0001}'];
const MERGING = ['\u0301', '\u200d', '\u1100\u1161', '\u0600', '\u0d4e', '\u0e33', '👩‍👩‍👧', '🇩🇪', '👍🏽'];

/**
 * Text made to break a renderer: markers, quotes, delimiters, blanks, controls, merging characters.
 *
 * Not among it: characters beyond U+FFFF before a mark. Terraform 1.11 normalizes some by their last 16
 * bits, U+E0041 as if it were `A`, however they are written, so nothing a renderer does could keep them.
 */
export const hostileText: fc.Arbitrary<string> = anyText().map((text) =>
  text.replace(/[\u{10000}-\u{10ffff}]+(?=\p{M})/gu, ''),
);

/** What people write as keys, words of HCL, and hostile text. */
const key: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,12}$/),
  fc.constantFrom('for', 'in', 'if', 'null', 'true', 'false', '__proto__', '//', '', 'a.b/c', '10', '='),
  hostileText,
);

const number: fc.Arbitrary<number> = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e21, 1.5e-7, 0.1, -5e-324, 1.7976931348623157e308),
);

/** Values as a reader sees them, nested a few levels; no two keys of an object mean the same text. */
export const literalValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    hostileText,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 6 }),
    fc
      .uniqueArray(fc.tuple(key, tie('value')), { maxLength: 6, selector: ([name]) => name.normalize('NFC') })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;

/** A template next to what Terraform makes of it. */
export const template: fc.Arbitrary<{ readonly source: string; readonly result: string }> = fc
  .array(
    fc.oneof(
      // A marker at the end would join the brace of whatever expression follows it; a mark at the beginning
      // may get behind a character beyond U+FFFF.
      hostileText.map((text) => literal(text.replace(/^\p{M}+|[$%]+$/gu, ''))),
      fc.constantFrom(
        { source: '${1 + 1}', result: '2' },
        { source: '${ "}" }', result: '}' },
        { source: '${"\\"$${\\\\"}', result: '"${\\' },
        { source: '${{ a = "${"x"}y" }.a}', result: 'xy' },
        { source: '${join("%{if true}-%{endif}", ["{", "}"])}', result: '{-}' },
        { source: '%{ if 1 == 1 }yes%{else}no%{ endif }', result: 'yes' },
      ),
    ),
    { minLength: 2, maxLength: 6 },
  )
  .map((parts) => ({
    source: parts.map(({ source }) => source).join(''),
    result: parts.map(({ result }) => result).join(''),
  }))
  // An expression alone keeps its type and would not be text.
  .filter(({ source }) => soleExpression(splitTemplate(source)) === undefined);

function literal(text: string): { source: string; result: string } {
  return { source: escapeTemplateMarkers(text), result: text };
}

function anyText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc
      .array(fc.oneof({ weight: 3, arbitrary: fragment() }, { weight: 1, arbitrary: fc.string() }), {
        maxLength: 10,
      })
      .map((fragments) => fragments.join('')),
    fc
      .array(line(), { minLength: 1, maxLength: 5 })
      .map((lines) => lines.map((text) => `${text}\n`).join('')),
  );
}

function fragment(): fc.Arbitrary<string> {
  return fc.constantFrom(...HCL_FRAGMENTS, ...CONTROLS, ...MERGING, ...' =\u00a0\u3000abc1日本é가\uffff');
}

function line(): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom('', '', '  ', '\t', '\u00a0', '\u0301', '    '),
      fc.constantFrom('', 'EOT', 'text', '$${a} %%{b}', '"q" \\n', '$', '%%', '日本', '}', '# x', '${a}'),
      fc.constantFrom('', '', '', ' ', '\r'),
    )
    .map((parts) => parts.join(''));
}
