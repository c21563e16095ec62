import type { Form } from '../language/field.ts';
import type { SourceScalar } from '../source-tree.ts';
import type { Explanation } from './finding.ts';
import { isTidied } from './repair.ts';
import type { Subject } from './subject.ts';
import { boundsText, foundText, labelOf, wantedText } from './words.ts';

type IntegerForm = Extract<Form, { kind: 'integer' }>;

/** A value where a whole number within bounds is wanted. */
export function explainInteger(subject: Subject, form: IntegerForm, node: SourceScalar): Explanation {
  const { field, path } = subject;
  const label = labelOf(path);
  if (typeof node.value === 'number') return explainNumber(label, form, node.value, node.source);
  const meant = typeof node.value === 'string' ? numberIn(node.value) : undefined;
  const isRight = meant !== undefined && meant >= form.minimum && meant <= form.maximum;
  if (node.quoted && meant !== undefined && String(meant) === node.value) {
    if (!isRight) return outOfRange(label, form, String(meant));
    return {
      code: 'shape/extra-quotes',
      message: `${label} is a number, but in quotes YAML reads "${meant}" as text`,
      help: `write ${meant}`,
      suggestions: [{ message: 'remove the quotes', replacement: String(meant), applicability: 'machine' }],
    };
  }
  return {
    code: 'shape/wrong-type',
    message: `${label} is ${foundText(node)}, but must be ${wantedText(field)}`,
    help: 'write digits only, without a unit',
    ...(isRight
      ? {
          suggestions: [
            {
              message: `write ${meant}`,
              replacement: String(meant),
              ...(isTidied(node.source, String(meant)) ? { applicability: 'machine' as const } : {}),
            },
          ],
        }
      : {}),
  };
}

function explainNumber(label: string, form: IntegerForm, value: number, source: string): Explanation {
  const { minimum, maximum } = form;
  if (value < minimum || value > maximum) return outOfRange(label, form, source);
  const near = [Math.floor(value), Math.ceil(value)].filter((whole) => whole >= minimum && whole <= maximum);
  return {
    code: 'shape/not-whole',
    message: `${label} is ${source}, but must be a whole number`,
    suggestions: near.map((whole) => ({ message: `write ${whole}`, replacement: String(whole) })),
  };
}

function outOfRange(label: string, form: IntegerForm, source: string): Explanation {
  return {
    code: 'shape/out-of-range',
    message: `${label} is ${source}, but must be ${boundsText(form)}`,
    help: `write a number ${boundsText(form)}`,
  };
}

/** The number that a text such as `3`, `1_000`, `1,000` or `50%` holds. */
function numberIn(text: string): number | undefined {
  const match = /^\s{0,9}([0-9][0-9_,]{0,15})\s{0,9}(?:%|[a-zA-Z]{1,10})?\s{0,9}$/.exec(text);
  return match ? Number((match[1] ?? '').replace(/[_,]/g, '')) : undefined;
}
