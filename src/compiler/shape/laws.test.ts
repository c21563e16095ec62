import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../catalog/catalog.ts';
import type { Field } from '../language/field.ts';
import { languageOf } from '../language-of.ts';
import { findSpan } from '../load/find-span.ts';
import { quantities } from '../quantity/quantity.ts';
import { resolveCells } from '../resolve/resolve.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceScalar, SpecDocument } from '../source-tree.ts';
import type { Span } from '../span.ts';
import { compareSpans } from '../span.ts';
import { checkShape } from './check-shape.ts';
import { checkEnvironment } from './environment.ts';
import { plainOf } from './plain.ts';
import { checkReferences } from './references.ts';
import { shapeAdvice } from './shape-messages.ts';
import { exampleLanguage } from './testing/example-language.ts';
import { schemaErrorsOf } from './validator.ts';

/** A place for the next token, so that no two nodes stand at the same place. */
let offset = 0;
function nextSpan(): Span {
  offset += 1;
  return {
    file: 'specs/prod.yaml',
    start: { line: offset, column: 1, offset },
    end: { line: offset, column: 2, offset: offset + 1 },
  };
}

const scalar = (value: SourceScalar['value'], quoted = false): SourceNode => ({
  kind: 'scalar',
  value,
  source: value === null ? '' : String(value),
  quoted: quoted && typeof value === 'string',
  span: nextSpan(),
});

const anyScalar = fc
  .tuple(
    fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'yes',
        'off',
        '1_000',
        '5m',
        '512m',
        '70%',
        '03:00-04:00',
        'null',
        '{{ x }}',
        '\u2028',
        ' ',
      ),
    ),
    fc.boolean(),
  )
  .map(([value, quoted]) => scalar(value, quoted));

const anyKey = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'a/b',
    '~0~1',
    '0',
    '',
    'name',
    'min',
    'region',
    'engine',
    'minReplicas',
  ),
  fc.string({ maxLength: 8 }),
);

function mapOf(entries: readonly (readonly [string, SourceNode])[]): SourceMap {
  const all = entries.map(([key, value]): SourceEntry => ({ key, keySpan: nextSpan(), value }));
  return { kind: 'map', entries: new Map(all.map((entry) => [entry.key, entry])), span: nextSpan() };
}

const listOf = (items: readonly SourceNode[]): SourceNode => ({ kind: 'list', items, span: nextSpan() });

const { tree: anyTree } = fc.letrec<{ tree: SourceNode }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyScalar,
    fc.array(tie('tree'), { maxLength: 4 }).map(listOf),
    fc.array(fc.tuple(anyKey, tie('tree')), { maxLength: 4 }).map(mapOf),
  ),
}));

/** What the language has for a field, and now and then something else. */
function nodeFor(field: Field): fc.Arbitrary<SourceNode> {
  return fc.oneof({ weight: 60, arbitrary: rightNodeFor(field) }, { weight: 1, arbitrary: anyTree });
}

function rightNodeFor({ form, nullable, examples }: Field): fc.Arbitrary<SourceNode> {
  switch (form.kind) {
    case 'text': {
      const words = form.choices ?? examples.map(String);
      return fc.constantFrom(...words, ...(nullable ? [null] : [])).map((word) => scalar(word));
    }
    case 'quantity':
      return fc.constantFrom(...quantities[form.quantity].examples).map((text) => scalar(text, true));
    case 'integer':
      return fc.integer({ min: form.minimum, max: form.maximum }).map((value) => scalar(value));
    case 'flag':
      return fc.boolean().map((value) => scalar(value));
    case 'list':
      return fc
        .array(nodeFor(form.item), { minLength: form.minItems, maxLength: form.minItems + 1 })
        .map(listOf);
    case 'map':
      return fc
        .array(
          fc.tuple(
            fc.oneof({ weight: 9, arbitrary: fc.constantFrom('a', 'b-1') }, { weight: 1, arbitrary: anyKey }),
            nodeFor(form.item),
          ),
          {
            maxLength: 2,
            minLength: form.minItems,
          },
        )
        .map(mapOf);
    case 'section': {
      const keys = Object.entries(form.fields).map(([name, field]) => {
        const isWritten = field.fallback.kind === 'required' ? 60 : 1;
        const entry = fc.tuple(fc.constant(name), nodeFor(field));
        return fc.oneof(
          { weight: isWritten, arbitrary: entry },
          { weight: 1, arbitrary: fc.constant(undefined) },
        );
      });
      const more = fc.oneof(
        { weight: 20, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.tuple(anyKey, anyTree) },
      );
      return fc.tuple(...keys, more).map((entries) => mapOf(entries.filter((entry) => entry !== undefined)));
    }
  }
}

const documentOf = (root: SourceNode): SpecDocument => ({
  file: 'specs/prod.yaml',
  root: root.kind === 'map' ? root : mapOf([]),
  texts: new Map([['specs/prod.yaml', '']]),
});

const LANGUAGES: readonly (readonly [string, Field])[] = [
  ['the frame', languageOf([])],
  ['the example language', exampleLanguage],
];

describe.each(LANGUAGES)('whatever a tree holds, in %s', (_name, language) => {
  const documents = fc
    .oneof({ weight: 3, arbitrary: rightNodeFor(language) }, { weight: 1, arbitrary: anyTree })
    .map(documentOf);

  it('is answered, and right exactly when the schema says so', () => {
    let right = 0;
    fc.assert(
      fc.property(documents, (document) => {
        const { value, diagnostics } = checkShape(language, document);
        const errors = schemaErrorsOf(language, plainOf(document.root));
        const unusual = diagnostics.filter(({ code }) => code === 'shape/unusual-number');
        expect(value !== undefined).toBe(diagnostics.length === 0);
        expect(diagnostics.length === unusual.length).toBe(errors.length === 0);
        checkEnvironment(document, document.file);
        if (!value) return;
        right += 1;
        const cells = resolveCells(language, value, builtInCatalog);
        checkReferences(language, cells, value);
      }),
      { numRuns: 1500 },
    );
    expect(right).toBeGreaterThan(10);
  });

  it('is explained once for each place, in reading order, with words that fit', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { diagnostics } = checkShape(language, document);
        const spans = diagnostics.map(({ at }) => (at && 'path' in at ? findSpan(document, at) : undefined));
        for (const [index, { code, message, why, help, at }] of diagnostics.entries()) {
          expect(Object.keys(shapeAdvice)).toContain(code);
          for (const text of [message, why, help]) expect(text).toMatch(/^\S.*[^.\s]$/s);
          const [before, here] = [spans[index - 1], spans[index]];
          if (before && here && code !== 'shape/too-many-problems') {
            expect(compareSpans(before, here)).toBeLessThanOrEqual(0);
          }
          if (code !== 'shape/missing-key' && at && 'path' in at) {
            const same = diagnostics.filter(
              (other) =>
                JSON.stringify(other.at) === JSON.stringify(at) && other.code !== 'shape/missing-key',
            );
            expect(same.length, JSON.stringify(same)).toBe(1);
          }
        }
      }),
      { numRuns: 800 },
    );
  });
});
