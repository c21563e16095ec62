import { isObject } from '../../util/is-object.ts';
import type { TerraformType } from './block-schema.ts';
import type { Finding } from './finding.ts';

/**
 * Holds the value of an attribute to its type, as far as Terraform would refuse it: numbers and bools pass as
 * strings and readable strings pass as either. What stands in `${…}` has no type before the plan.
 */
export function checkValue(type: TerraformType, value: unknown, path: string): readonly Finding[] {
  if (value === null || value === undefined || type === 'dynamic' || isSoleExpression(value)) return [];
  if (typeof type === 'string') return fitsPrimitive(type, value) ? [] : [misfit(type, value, path)];
  if (type[0] === 'list' || type[0] === 'set') {
    if (!Array.isArray(value)) return [misfit(type, value, path)];
    return value.flatMap((item, index) => checkValue(type[1], item, `${path}[${index}]`));
  }
  if (!isObject(value)) return [misfit(type, value, path)];
  if (type[0] === 'object') return checkObject(type[1], value, path);
  return Object.entries(value).flatMap(([key, item]) => checkValue(type[1], item, `${path}.${key}`));
}

/** Unlike a block, an object has no optional keys: Terraform wants each one, if only as `null`. */
function checkObject(
  types: Readonly<Record<string, TerraformType>>,
  value: Readonly<Record<string, unknown>>,
  path: string,
): readonly Finding[] {
  const unknown = Object.keys(value)
    .filter((key) => !Object.hasOwn(types, key))
    .map((key) => ({ path: `${path}.${key}`, message: 'unknown key of an object' }));
  const rest = Object.entries(types).flatMap(([key, type]) =>
    value[key] === undefined
      ? [{ path: `${path}.${key}`, message: 'missing key of an object' }]
      : checkValue(type, value[key], `${path}.${key}`),
  );
  return [...unknown, ...rest];
}

function fitsPrimitive(type: 'string' | 'number' | 'bool', value: unknown): boolean {
  if (typeof value === 'string' && isTemplate(value)) return true;
  switch (type) {
    case 'string':
      return ['string', 'number', 'boolean'].includes(typeof value);
    case 'number':
      if (typeof value === 'number') return Number.isFinite(value);
      return typeof value === 'string' && DECIMAL.test(value);
    case 'bool':
      return typeof value === 'boolean' || BOOL_WORDS.has(value);
  }
}

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** @source zclconf/go-cty, convert/conversion_primitive.go */
const BOOL_WORDS: ReadonlySet<unknown> = new Set(['true', 'false', '1', '0']);

/** A doubled marker (`$${`) is an escape and means itself. */
function isTemplate(text: string): boolean {
  return /(?<!\$)\$\{|(?<!%)%\{/.test(text);
}

/** May be of any type. A string that only begins with `${…}` passes too: Terraform will say so itself. */
function isSoleExpression(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('${') && value.endsWith('}');
}

function misfit(type: TerraformType, value: unknown, path: string): Finding {
  return { path, message: `${describeValue(value)} where Terraform wants ${describeType(type)}` };
}

function describeType(type: TerraformType): string {
  if (typeof type === 'string') return `a ${type}`;
  return type[0] === 'object' ? 'an object' : `a ${type[0]}`;
}

/** Never the text of a value: it may be a secret. */
function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
