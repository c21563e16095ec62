import type { Form } from '../language/field.ts';
import type { SourceNode, SourceScalar } from '../source-tree.ts';
import { explainFlag } from './explain-flag.ts';
import type { Explanation } from './finding.ts';
import { spellText } from './spelling.ts';
import type { Subject } from './subject.ts';
import { adviceText, foundText, labelOf, listed, wantedText } from './words.ts';

export function isContainerForm(form: Form): form is ContainerForm {
  return form.kind === 'list' || form.kind === 'section' || form.kind === 'map';
}

type ContainerForm = Extract<Form, { kind: 'list' | 'section' | 'map' }>;

/** A list where a map is wanted, a map where a list is wanted, or either where one value is. */
export function containerMismatch(subject: Subject): Explanation {
  const only = onlyScalarOf(subject.node);
  if (only && !isContainerForm(subject.field.form)) {
    return mismatch(subject, 'write the value without brackets or dash', only);
  }
  return mismatch(subject, helpFor(subject));
}

/** One value where a list or a map is wanted. */
export function scalarMismatch(subject: Subject, node: SourceScalar): Explanation {
  const { form } = subject.field;
  if (form.kind === 'section' && form.switchable) return explainFlag(subject, node);
  if (form.kind === 'list' && !isContainerForm(form.item.form)) {
    // Text with brackets, quotes or several lines means something else inside brackets.
    const isSimple = /^[^[\]{}#"'\\\n]{1,200}$/.test(node.source);
    const text = node.quoted ? spellText(String(node.value)) : node.source;
    const isOne = !/[\s,]/.test(text) && isRightItem(form.item.form, node);
    return mismatch(subject, 'write the values in brackets', isSimple ? `[${text}]` : undefined, isOne);
  }
  return mismatch(subject, helpFor(subject));
}

function mismatch(subject: Subject, help: string, replacement?: string, isCertain = false): Explanation {
  const { field, node, path } = subject;
  return {
    code: 'shape/wrong-type',
    message: `${labelOf(path)} is ${foundText(node)}, but must be ${wantedText(field)}`,
    help,
    ...(replacement === undefined
      ? {}
      : {
          suggestions: [
            {
              message: `write ${replacement}`,
              replacement,
              ...(isCertain ? { applicability: 'machine' as const } : {}),
            },
          ],
        }),
  };
}

function helpFor({ field, node }: Subject): string {
  const { form } = field;
  if (form.kind === 'section') {
    if (node.kind === 'scalar' && /^[A-Za-z_]\w*\s*=/.test(node.source)) {
      return 'write a colon and a space in place of "="';
    }
    const keys = listed(Object.keys(form.fields), 5);
    return `write its keys below it${node.kind === 'list' ? ' without dashes' : ''}: ${keys}`;
  }
  if (form.kind === 'map') {
    return node.kind === 'list'
      ? 'give each item a name, and write the name as its key instead of the dash'
      : 'write a name as the key, and the rest below it';
  }
  if (form.kind === 'list') return 'write the values as [a, b], or each after a dash';
  return adviceText(field);
}

/** The value of a list that has one, as it can be written in its place. */
function onlyScalarOf(node: SourceNode): string | undefined {
  if (node.kind !== 'list' || node.items.length !== 1) return undefined;
  const [item] = node.items;
  if (item?.kind !== 'scalar' || item.value === null || item.source.length > 200) return undefined;
  return item.quoted ? JSON.stringify(String(item.value)) : item.source;
}

function isRightItem(form: Form, { value }: SourceScalar): boolean {
  if (form.kind !== 'text' || typeof value !== 'string') return false;
  if (form.choices) return form.choices.includes(value);
  return form.pattern === undefined || new RegExp(form.pattern, 'u').test(value);
}
