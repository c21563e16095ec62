import standalone from 'ajv/dist/standalone/index.js';
import type { Field } from '../../src/compiler/language/field.ts';
import { inLinearTime, newAjv } from '../../src/compiler/shape/compile-validator.ts';
import { schemaToCompile } from '../../src/compiler/shape/schema-to-compile.ts';

/** The check that `compileValidator` makes of a language, as a CommonJS module beside `compile-validator.ts`. */
export function validatorText(language: Field): string {
  const ajv = newAjv(true);
  // What Node makes of a CommonJS module has its default below the default.
  return inLinearTime(standalone.default(ajv, ajv.compile(schemaToCompile(language))));
}
