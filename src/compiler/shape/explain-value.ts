import { containerMismatch, isContainerForm, scalarMismatch } from './explain-container.ts';
import { explainCount } from './explain-count.ts';

import { explainFlag } from './explain-flag.ts';
import { explainInteger } from './explain-integer.ts';
import { explainNull } from './explain-null.ts';
import { explainQuantity } from './explain-quantity.ts';
import { explainText } from './explain-text.ts';
import type { Explanation } from './finding.ts';
import type { Subject } from './subject.ts';

/** What is wrong with a value by itself, said once, whichever and however many keywords it breaks. */
export function explainValue(subject: Subject): Explanation {
  const { field, node } = subject;
  const { form } = field;
  if (node.kind === 'scalar' && node.value === null) return explainNull(subject, node);
  if (isContainerForm(form)) {
    return node.kind === 'scalar' ? scalarMismatch(subject, node) : explainContainer(subject);
  }
  if (node.kind !== 'scalar') return containerMismatch(subject);
  switch (form.kind) {
    case 'text':
      return explainText(subject, form, node);
    case 'quantity':
      return explainQuantity(subject, form.quantity, node);
    case 'integer':
      return explainInteger(subject, form, node);
    case 'flag':
      return explainFlag(subject, node);
  }
}

function explainContainer(subject: Subject): Explanation {
  const wantsList = subject.field.form.kind === 'list';
  return wantsList === (subject.node.kind === 'list') ? explainCount(subject) : containerMismatch(subject);
}
