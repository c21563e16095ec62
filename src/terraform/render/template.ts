import { invariant } from '../../util/invariant.ts';
import { findSequenceEnd } from './sequence.ts';

/** A stretch of a template: text that means itself, `${…}` or `%{…}`. */
export type TemplatePart =
  | {
      readonly kind: 'literal';
      /** Decoded: `$${` in the template is `${` here. */
      readonly text: string;
    }
  | {
      readonly kind: 'interpolation' | 'directive';
      /** `${`, `%{`, or with a strip marker `${~`, `%{~`. */
      readonly open: string;
      /** What stands between the braces, trimmed; never empty and always on one line. */
      readonly expression: string;
      /** `}` or `~}`. */
      readonly close: string;
    };

/**
 * Takes a template apart.
 *
 * @returns parts in order, never two literals in a row; empty for an empty template
 * @throws an invariant for a sequence that is not closed, is empty or spans lines, and for lone surrogates
 */
export function splitTemplate(template: string): readonly TemplatePart[] {
  invariant(!/\p{Cs}/u.test(template), 'a string for Terraform holds half of a surrogate pair');
  // Nearly every text.
  if (!/[$%]\{/.test(template)) return template === '' ? [] : [{ kind: 'literal', text: template }];
  const parts: TemplatePart[] = [];
  let text = '';
  let index = 0;
  while (index < template.length) {
    const character = template[index]!;
    const isMarker = character === '$' || character === '%';
    if (isMarker && template[index + 1] === '{') {
      if (text !== '') parts.push({ kind: 'literal', text });
      text = '';
      const end = findSequenceEnd(template, index + 2);
      parts.push(sequence(character, template.slice(index + 2, end - 1)));
      index = end;
    } else if (isMarker && template[index + 1] === character && template[index + 2] === '{') {
      text += `${character}{`;
      index += 3;
    } else {
      text += character;
      index += 1;
    }
  }
  if (text !== '') parts.push({ kind: 'literal', text });
  return parts;
}

/** The expression, if the template is exactly one `${…}`: Terraform then keeps its type. */
export function soleExpression(parts: readonly TemplatePart[]): string | undefined {
  const [part] = parts;
  return parts.length === 1 && part?.kind === 'interpolation' ? part.expression : undefined;
}

/** Makes literal text safe inside a template; the opposite of what `splitTemplate` does to it. */
export function escapeTemplateMarkers(text: string): string {
  return text.replace(/([$%])\{/g, '$1$1{');
}

function sequence(marker: '$' | '%', inside: string): TemplatePart {
  const opensStripping = inside.startsWith('~');
  const closesStripping = inside.length > 1 && inside.endsWith('~');
  // `terraform fmt` writes no blanks next to the braces.
  const expression = inside.slice(opensStripping ? 1 : 0, closesStripping ? -1 : undefined).trim();
  invariant(expression !== '', `an empty ${marker}{} in a string for Terraform`);
  return {
    kind: marker === '$' ? 'interpolation' : 'directive',
    open: opensStripping ? `${marker}{~` : `${marker}{`,
    expression,
    close: closesStripping ? '~}' : '}',
  };
}
