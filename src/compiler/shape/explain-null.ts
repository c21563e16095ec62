import type { SourceScalar } from '../source-tree.ts';
import type { Explanation } from './finding.ts';
import type { Subject } from './subject.ts';
import { adviceText, exampleOf, labelOf, wantedText } from './words.ts';

/** A value that is not there, or a `null` that has no parent's value to delete. */
export function explainNull(subject: Subject, node: SourceScalar): Explanation {
  const { field, path, parent } = subject;
  const label = labelOf(path);
  const isItem = parent?.field.form.kind === 'list';
  if (node.source === '') {
    return { code: 'shape/empty', message: `${label} is empty`, help: helpForEmpty(subject, isItem) };
  }
  if (isItem) {
    return {
      code: 'shape/wrong-type',
      message: `${label} is ${node.source}, but must be ${wantedText(field)}`,
      help: 'remove the item; a list is replaced whole, so null deletes nothing from it',
    };
  }
  return {
    code: 'shape/nothing-to-delete',
    message: `${node.source} deletes nothing: no parent file sets ${label}`,
    suggestions: [
      {
        message: 'remove the line',
        change: { path, remove: true },
        // A name could be misspelt, and a key of the language cannot.
        ...(parent?.field.form.kind === 'section' ? { applicability: 'machine' as const } : {}),
      },
    ],
  };
}

function helpForEmpty({ field }: Subject, isItem: boolean): string {
  const { form, fallback } = field;
  const example = exampleOf(field);
  const such = example === undefined ? '' : `, such as ${example}`;
  if (isItem) return `${adviceText(field)}, or remove the item`;
  if (form.kind === 'list' && form.minItems === 0) return 'write [] for none, or remove the key';
  if (form.kind === 'map' && form.minItems === 0) return 'write {} for none, or remove the key';
  if (form.kind === 'section' && form.switchable)
    return 'write true to take every default, or remove the key';
  if (form.kind === 'section' && !Object.values(form.fields).some(isRequired)) {
    return 'write {} to take every default, or remove the key';
  }
  const removal = fallback.kind === 'required' ? '' : ', or remove the key';
  if (form.kind === 'section' || form.kind === 'map') return `write its keys below it${such}${removal}`;
  return `${adviceText(field)}${removal}`;
}

function isRequired({ fallback }: Subject['field']): boolean {
  return fallback.kind === 'required';
}
