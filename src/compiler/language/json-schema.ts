import { quantities } from '../quantity/quantity.ts';
import type { Fallback, Field, Form } from './field.ts';
import { TIERS } from './field.ts';

/** A JSON Schema of draft 2020-12, as data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Keywords of ours; editors ignore them, the validator knows them. */
export const VOCABULARY = ['x-quantity', 'x-pattern-meaning'] as const;

/** The schema of a field, with description, default and examples at every level. */
export function jsonSchemaOf(field: Field): JsonSchema {
  const fallback = defaultOf(field.fallback);
  return {
    description: `${field.description}${fallbackSentence(field)}`,
    ...formSchema(field.form, field.nullable ?? false),
    ...(fallback === undefined ? {} : { default: fallback }),
    examples: field.examples,
  };
}

/** The value an editor may offer. A derived value depends on the item, so there is none to offer. */
function defaultOf(fallback: Fallback): unknown {
  if (fallback.kind === 'default') return fallback.value;
  // The most careful of the three, for an editor shows only one.
  if (fallback.kind === 'tier') return fallback.values.prod;
  return undefined;
}

function fallbackSentence({ fallback, form }: Field): string {
  switch (fallback.kind) {
    case 'required':
      return '\n\nRequired.';
    case 'absent':
      return `\n\nLeft out: ${fallback.meaning}.`;
    case 'default': {
      if (form.kind === 'section' || form.kind === 'map') return '';
      return `\n\nDefault: ${spell(fallback.value)} (${fallback.why}).`;
    }
    case 'tier': {
      const values = TIERS.map((tier) => `${spell(fallback.values[tier])} in ${tier}`).join(', ');
      return `\n\nDefault: ${values} (${fallback.why}).`;
    }
    case 'derived':
      return `\n\nDefault: ${fallback.formula}.`;
  }
}

function spell(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function formSchema(form: Form, nullable: boolean): JsonSchema {
  switch (form.kind) {
    case 'text':
      return {
        type: nullable ? ['string', 'null'] : 'string',
        ...(form.choices ? { enum: form.choices } : { minLength: 1, maxLength: form.maxLength }),
        ...(form.pattern === undefined ? {} : { pattern: form.pattern }),
        ...(form.patternMeaning === undefined ? {} : { 'x-pattern-meaning': form.patternMeaning }),
      };
    case 'quantity': {
      const { pattern, acceptsNumber } = quantities[form.quantity] as {
        pattern: string;
        acceptsNumber?: boolean;
      };
      return {
        type: acceptsNumber ? ['string', 'number'] : 'string',
        pattern,
        'x-quantity': form.quantity,
      };
    }
    case 'integer':
      return { type: 'integer', minimum: form.minimum, maximum: form.maximum };
    case 'flag':
      return { type: 'boolean' };
    case 'list':
      return {
        type: 'array',
        items: jsonSchemaOf(form.item),
        minItems: form.minItems,
        maxItems: form.maxItems,
        // ajv compares maps pair by pair, which a hostile list could make slow.
        ...(form.item.form.kind === 'section' ? {} : { uniqueItems: true }),
      };
    case 'section': {
      const names = Object.keys(form.fields);
      const required = names.filter((name) => form.fields[name]?.fallback.kind === 'required');
      return {
        type: form.switchable ? ['object', 'boolean'] : 'object',
        properties: Object.fromEntries(names.map((name) => [name, jsonSchemaOf(form.fields[name]!)])),
        ...(required.length > 0 ? { required } : {}),
        additionalProperties: false,
      };
    }
    case 'map':
      return {
        type: 'object',
        additionalProperties: jsonSchemaOf(form.item),
        propertyNames: {
          type: 'string',
          pattern: form.keyPattern,
          maxLength: form.maxKeyLength,
          'x-pattern-meaning': form.keyMeaning,
        },
        ...(form.minItems > 0 ? { minProperties: form.minItems } : {}),
      };
  }
}
