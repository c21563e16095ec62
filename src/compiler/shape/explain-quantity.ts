import { show } from '../load/yaml-messages.ts';
import { type Quantity, type QuantityKind, quantities } from '../quantity/quantity.ts';
import type { SourceScalar } from '../source-tree.ts';
import { needsQuotes } from './explain-text.ts';
import type { Explanation } from './finding.ts';
import { spellText } from './spelling.ts';
import type { Subject } from './subject.ts';
import { foundText, labelOf, listed, wantedText } from './words.ts';

/** An amount with a missing, wrong or misspelt unit. */
export function explainQuantity(subject: Subject, kind: QuantityKind, node: SourceScalar): Explanation {
  const { field, path } = subject;
  const quantity: Quantity<unknown> = quantities[kind];
  const { noun, examples } = quantity;
  const help = `write ${noun} such as ${listed(examples, 4)}`;
  if (typeof node.value === 'boolean') {
    const message = `${labelOf(path)} is ${foundText(node)}, but must be ${wantedText(field)}`;
    return { code: 'shape/wrong-type', message, help };
  }
  // A number is judged as it is written where numbers are not taken, and as it is read where they are.
  const text = typeof node.value === 'number' && !quantity.acceptsNumber ? node.source : String(node.value);
  const parsed = quantity.parse(text);
  if (parsed.ok && typeof node.value === 'number') return needsQuotes(subject, node);
  const problem = parsed.ok ? `it is not how ${noun} is spelled` : parsed.problem;
  const attempts = [parsed.ok ? undefined : parsed.suggestion, text.trim()];
  const suggestion = attempts.find((attempt) => attempt !== undefined && quantity.parse(attempt).ok);
  return {
    code: 'shape/bad-quantity',
    message: `${labelOf(path)} is ${show(text)}: ${problem}`,
    help,
    ...(suggestion === undefined
      ? {}
      : { suggestions: [{ message: `did you mean ${suggestion}?`, replacement: spellText(suggestion) }] }),
  };
}
