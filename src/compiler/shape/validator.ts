import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Field } from '../language/field.ts';
import { compileValidator } from './compile-validator.ts';

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
  const validator = compileValidator(language);
  VALIDATORS.set(language, validator);
  return validator;
}
