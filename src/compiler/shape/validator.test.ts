import { createRequire } from 'node:module';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validatorText } from '../../../tools/package/validator-text.ts';
import { catalogField } from '../../catalog/file/catalog-field.ts';
import { knowledge } from '../../components/registry.ts';
import type { Field } from '../language/field.ts';
import { jsonSchemaOf, VOCABULARY } from '../language/json-schema.ts';
import { isQuantity } from '../quantity/is-quantity.ts';
import { exampleLanguage } from './testing/example-language.ts';
import { type SchemaError, schemaErrorsOf } from './validator.ts';

// ajv checks in three ways: what it compiles in the process is to say the same as what it would make of the schema that
// people read, and the code that goes into the package the same as what it compiles in the process.
describe.each<[string, Field, unknown]>([
  ['the language', knowledge.language, exampleOf(knowledge.language, [])],
  ['the language of the tests', exampleLanguage, exampleOf(exampleLanguage, [])],
  ['the language of catalogs', catalogField, exampleOf(catalogField, [])],
])('the schema of %s', (_name, language, right) => {
  const asPeopleReadIt = validatorOfPeople(language);
  const precompiled = moduleOf(validatorText(language));
  const expectSame = (value: unknown) => {
    const errors = schemaErrorsOf(language, value);
    expect(errorsOf(precompiled, value)).toEqual(errors);
    expect(wordsOf(errors)).toEqual(wordsOf(errorsOf(asPeopleReadIt, value)));
  };

  it('is kept by an example of everything', () => {
    expect(schemaErrorsOf(language, right)).toEqual([]);
    expect(Object.keys(right as object).length).toBeGreaterThan(3);
  });

  it('is broken in the same keywords, whatever is changed', () => {
    const places = placesOf(right);
    const anyChange = fc.tuple(fc.constantFrom(...places), oddValue);
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 4 }), (changes) => {
        expectSame(changes.reduce((before, [place, odd]) => changed(before, place, odd), right));
      }),
      { numRuns: 200 },
    );
  });

  it('is broken in the same keywords wherever a number, text or key is at its limits', () => {
    // Many places at once, for there are thousands: only a few stand in each other's way.
    const places = placesOf(right);
    for (const odd of LIMITS)
      for (let first = 0; first < STRIDE; first++) {
        const some = places.filter((_, index) => index % STRIDE === first);
        expectSame(some.reduceRight((before, place) => changed(before, place, odd), right));
      }
  });
});

const STRIDE = 5;

type Place = readonly string[];

const NEW_KEY = { key: '__new__' } as const;
const LIMITS = [0, -1, 1.5, 9_007_199_254_740_991, '', 'x'.repeat(300), '😀'.repeat(63), true, null, [], {}];

const oddValue = fc.oneof(
  fc.constantFrom<unknown>(...LIMITS, '5m', '512Mi', '70%', 'mon', 'a/b~c', NEW_KEY, undefined),
  fc.array(fc.constantFrom('a', 'b', '1', 1, 1.5, null), { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('toString', 'a/b', '~', 'name', '😀', 'x'.repeat(80)), fc.integer(), {
    maxKeys: 3,
  }),
  fc.integer(),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

/** A value with everything in it that a field takes, one of each. */
function exampleOf({ form, examples }: Field, path: Place): unknown {
  switch (form.kind) {
    case 'section':
      return Object.fromEntries(
        Object.entries(form.fields).map(([name, field]) => [name, exampleOf(field, [...path, name])]),
      );
    case 'map': {
      const [example] = examples as readonly object[];
      const names = Object.keys(example ?? {});
      const [name] = names.length > 0 ? names : ['one'];
      return { [name as string]: exampleOf(form.item, path) };
    }
    case 'list':
      return [exampleOf(form.item, path)];
    default:
      return examples[0];
  }
}

function placesOf(value: unknown, path: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]))];
}

/** `undefined` takes the place away, and `NEW_KEY` adds a key to a map there. */
function changed(value: unknown, [key, ...rest]: Place, odd: unknown): unknown {
  if (key === undefined)
    return odd === NEW_KEY && typeof value === 'object' ? { ...value, [NEW_KEY.key]: 1 } : odd;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? (changed(item, rest, odd) ?? null) : item));
  const entries = Object.entries(value).map(([name, item]) => [
    name,
    name === key ? changed(item, rest, odd) : item,
  ]);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/** Of the whole schema with nothing shared, by an ajv with nothing made shorter. */
function validatorOfPeople(language: Field): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, ownProperties: true, messages: false });
  const [quantity, patternMeaning] = VOCABULARY;
  ajv.addKeyword(patternMeaning);
  ajv.addKeyword({ keyword: quantity, type: ['string', 'number'], errors: false, validate: isQuantity });
  return ajv.compile(jsonSchemaOf(language));
}

/** As the bundle has it. */
function moduleOf(text: string): ValidateFunction {
  const fromHere = createRequire(import.meta.url);
  const known = (name: string) => (name.endsWith('is-quantity.ts') ? { isQuantity } : fromHere(name));
  const module = { exports: {} };
  new Function('exports', 'require', 'module', text)(module.exports, known, module);
  return module.exports as ValidateFunction;
}

function errorsOf(validate: ValidateFunction, value: unknown): readonly SchemaError[] {
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Without the paths in the schema, which are others where it is shared, in an order that does not depend on that. */
function wordsOf(errors: readonly SchemaError[]): readonly string[] {
  return errors
    .map(({ instancePath, keyword, params, propertyName }) =>
      JSON.stringify([instancePath, keyword, params, propertyName]),
    )
    .sort();
}
