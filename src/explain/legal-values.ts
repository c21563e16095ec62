import { type Field, TIERS } from '../compiler/language/field.ts';
import { quantities } from '../compiler/quantity/quantity.ts';
import { formatPath } from '../compiler/spec-path.ts';

/**
 * What may be written for a field, and what holds when nobody does.
 *
 * @param isItem of a map or list: there because somebody wants it
 */
export function legalValues(field: Field, isItem: boolean): string {
  return `${whatMayBe(field)}${isItem ? '' : whenLeftOut(field)}`;
}

function whatMayBe({ form, examples }: Field): string {
  switch (form.kind) {
    case 'flag':
      return 'true or false';
    case 'integer':
      return `a whole number from ${form.minimum} to ${form.maximum}`;
    case 'quantity': {
      const { noun, examples: spellings } = quantities[form.quantity];
      return `${noun}, such as ${spellings.join(' or ')}`;
    }
    case 'text':
      if (form.choices) return `one of ${form.choices.join(', ')}`;
      if (form.references) return `a name from ${formatPath(form.references)}`;
      return form.patternMeaning ?? `text, such as ${String(examples[0])}`;
    case 'list':
      return `a list of ${form.minItems} to ${form.maxItems}, each ${whatMayBe(form.item)}`;
    case 'section':
      return `${form.switchable ? 'true, false, or ' : ''}a section with ${Object.keys(form.fields).join(', ')}`;
    case 'map':
      return `a map; its keys are ${form.keyMeaning}`;
  }
}

function whenLeftOut({ fallback, form }: Field): string {
  switch (fallback.kind) {
    case 'required':
      return '; must be written';
    case 'absent':
      return `; left out: ${fallback.meaning}`;
    case 'default':
      return form.kind === 'section' || form.kind === 'map'
        ? ''
        : `; left out: ${spell(fallback.value)} (${fallback.why})`;
    case 'tier':
      return `; left out: ${TIERS.map((tier) => `${spell(fallback.values[tier])} in ${tier}`).join(', ')} (${fallback.why})`;
    case 'derived':
      return `; left out: ${fallback.formula}`;
  }
}

function spell(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
