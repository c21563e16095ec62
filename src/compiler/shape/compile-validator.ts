import { _, Ajv2020, type KeywordCxt, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Field } from '../language/field.ts';
import { VOCABULARY } from '../language/json-schema.ts';
import { isQuantity } from '../quantity/is-quantity.ts';
import { schemaToCompile } from './schema-to-compile.ts';

/**
 * The check of a language by ajv, compiled in this process. In the bundle those of our own languages are compiled already
 * (`tools/package/made-ahead.js`).
 */
export function compileValidator(language: Field): ValidateFunction {
  return newAjv().compile(schemaToCompile(language));
}

/** @param isForFile whether the code that ajv writes is wanted, and not only its function */
export function newAjv(isForFile = false): Ajv2020 {
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
    // What the schema says once is to be one function, and not a copy at every place.
    inlineRefs: false,
    // Shorter code saves less in one check than making it short costs: 23 ms of 58 ms.
    code: { optimize: false, source: isForFile, process: inLinearTime },
    // Our schemas are built by our own code and tested; checking them again costs time at every start.
    validateSchema: false,
    addUsedSchema: false,
  });
  const [quantity] = VOCABULARY;
  ajv.addKeyword({
    keyword: quantity,
    type: ['string', 'number'],
    schemaType: 'string',
    code(context: KeywordCxt) {
      const { gen, schema, data } = context;
      const code = _`require("../quantity/is-quantity.ts").isQuantity`;
      const check = gen.scopeValue('func', { key: quantity, ref: isQuantity, code });
      context.fail(_`!${check}(${schema}, ${data})`);
    },
  });
  return ajv;
}

/**
 * Lets a function add the errors of another one to its own. ajv copies all that there are, which takes the square of
 * their number: seconds for a spec with 20,000 mistakes.
 */
export function inLinearTime(code: string): string {
  const joined = code.replace(
    /vErrors === null \? (\w+\.errors) : vErrors\.concat\(\1\)/g,
    'joined(vErrors, $1)',
  );
  return `function joined(own, more) {
    if (own === null) return more;
    for (const one of more) own.push(one);
    return own;
  }
  ${joined}`;
}
