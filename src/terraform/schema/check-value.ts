import { isObject } from '../../util/is-object.ts';
import type { TerraformType } from './block-schema.ts';
import { addInside, type Finding, NO_FINDINGS } from './finding.ts';

/**
 * Holds the value of an attribute to its type, as far as Terraform would refuse it: numbers and bools pass as
 * strings and readable strings pass as either. What stands in `${…}` has no type before the plan.
 *
 * @returns findings with paths from the value on, see `addInside`
 */
export function checkValue(type: TerraformType, value: unknown): readonly Finding[] {
  if (value === null || value === undefined || type === 'dynamic' || isSoleExpression(value))
    return NO_FINDINGS;
  if (typeof type === 'string') return fitsPrimitive(type, value) ? NO_FINDINGS : [misfit(type, value)];
  if (type[0] === 'list' || type[0] === 'set')
    return Array.isArray(value) ? checkItems(type[1], value) : [misfit(type, value)];
  if (!isObject(value)) return [misfit(type, value)];
  return type[0] === 'object' ? checkObject(type[1], value) : checkMap(type[1], value);
}

function checkItems(type: TerraformType, items: readonly unknown[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [index, item] of items.entries()) addInside(findings, index, checkValue(type, item));
  return findings;
}

function checkMap(type: TerraformType, value: Readonly<Record<string, unknown>>): readonly Finding[] {
  const findings: Finding[] = [];
  for (const key of Object.keys(value)) addInside(findings, key, checkValue(type, value[key]));
  return findings;
}

/** Unlike a block, an object has no optional keys: Terraform wants each one, if only as `null`. */
function checkObject(
  types: Readonly<Record<string, TerraformType>>,
  value: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const key of Object.keys(value))
    if (!Object.hasOwn(types, key)) findings.push({ path: `.${key}`, message: 'unknown key of an object' });
  for (const [key, type] of Object.entries(types)) {
    if (value[key] === undefined) findings.push({ path: `.${key}`, message: 'missing key of an object' });
    else addInside(findings, key, checkValue(type, value[key]));
  }
  return findings;
}

function fitsPrimitive(type: 'string' | 'number' | 'bool', value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    case 'number':
      if (typeof value === 'number') return Number.isFinite(value);
      return typeof value === 'string' && (DECIMAL.test(value) || isTemplate(value));
    case 'bool':
      return (
        typeof value === 'boolean' ||
        BOOL_WORDS.has(value) ||
        (typeof value === 'string' && isTemplate(value))
      );
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

function misfit(type: TerraformType, value: unknown): Finding {
  return { path: '', message: `${describeValue(value)} where Terraform wants ${describeType(type)}` };
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
