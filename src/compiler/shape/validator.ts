import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Field } from '../language/field.ts';
import { type JsonSchema, jsonSchemaOf, VOCABULARY } from '../language/json-schema.ts';
import { type Quantity, type QuantityKind, quantities } from '../quantity/quantity.ts';

/** What ajv says about a spec: keyword, JSON pointer and parameters. Its own wording is not even made. */
export type SchemaError = ErrorObject;

/** Everything in which `value` differs from the language; empty when it is right. */
export function schemaErrorsOf(language: Field, value: unknown): readonly SchemaError[] {
  const validate = validatorOf(language);
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Compiling takes longer than checking a spec, so it happens once for each language of a process. */
const VALIDATORS = new WeakMap<Field, ValidateFunction>();

function validatorOf(language: Field): ValidateFunction {
  const known = VALIDATORS.get(language);
  if (known) return known;
  const compiled = newAjv().compile(withLinearChecks(jsonSchemaOf(language)) as JsonSchema);
  VALIDATORS.set(language, compiled);
  return compiled;
}

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    // Without it a key named "toString" would be found in every map.
    ownProperties: true,
    // Both would change what the user wrote before anybody has seen it.
    coerceTypes: false,
    useDefaults: false,
    messages: false,
    // Shorter code saves less in one check than making it short costs: 23 ms of 58 ms.
    code: { optimize: false },
    // Our schemas are built by our own code and tested; checking them again costs time at every start.
    validateSchema: false,
    addUsedSchema: false,
  });
  const [quantity, patternMeaning] = VOCABULARY;
  ajv.addKeyword(patternMeaning);
  ajv.addKeyword({
    keyword: quantity,
    type: ['string', 'number'],
    schemaType: 'string',
    errors: false,
    validate: (kind: QuantityKind, written: string | number) =>
      (quantities[kind] as Quantity<unknown>).parse(String(written)).ok,
  });
  return ajv;
}

/**
 * The schema without `uniqueItems` where the items are maps: ajv compares those pair by pair, and a list of
 * 100,000 items, which is longer than allowed but compared all the same, would take minutes.
 */
function withLinearChecks(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema;
  if (typeof schema !== 'object' || schema === null) return schema;
  const { uniqueItems, ...rest } = schema as JsonSchema;
  const keepsUnique = uniqueItems !== undefined && !isOfMaps(rest['items']);
  return {
    ...Object.fromEntries(
      Object.entries(rest).map(([keyword, value]) => [keyword, withLinearPart(keyword, value)]),
    ),
    ...(keepsUnique ? { uniqueItems } : {}),
  };
}

function withLinearPart(keyword: string, value: unknown): unknown {
  if (keyword === 'items' || keyword === 'additionalProperties') return withLinearChecks(value);
  if (keyword !== 'properties') return value; // examples and defaults are data, whatever their keys are
  return Object.fromEntries(
    Object.entries(value as JsonSchema).map(([name, part]) => [name, withLinearChecks(part)]),
  );
}

function isOfMaps(items: unknown): boolean {
  const type = (items as JsonSchema | undefined)?.['type'];
  return [type].flat().some((name) => name === 'object' || name === 'array');
}
