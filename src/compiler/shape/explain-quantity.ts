import { show } from '../load/yaml-messages.ts';
import { type Quantity, type QuantityKind, quantities } from '../quantity/quantity.ts';
import type { SourceScalar } from '../source-tree.ts';
import { needsQuotes } from './explain-text.ts';
import type { Explanation } from './finding.ts';
import { tidied } from './repair.ts';
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
  const attempts = [parsed.ok ? undefined : parsed.suggestion, text.trim(), tidied(text)];
  const suggestion = attempts.find((attempt) => attempt !== undefined && quantity.parse(attempt).ok);
  return {
    code: 'shape/bad-quantity',
    message: `${labelOf(path)} is ${show(text)}: ${problem}`,
    help,
    ...(suggestion === undefined
      ? {}
      : {
          suggestions: [
            {
              message: `did you mean ${suggestion}?`,
              replacement: spellText(suggestion),
              ...(isSameAmount(text, suggestion) ? { applicability: 'machine' as const } : {}),
            },
          ],
        }),
  };
}

/**
 * Whether a suggestion is the written amount with another spacing, or with a unit of the same meaning in another case
 * or length. What counts in thousands instead of 1024 (`512MB`), in thousandths (`512m`) or has no unit is not.
 */
function isSameAmount(text: string, suggestion: string): boolean {
  const written = /^([0-9.:-]+)([a-z%/ ]*[a-z%])$/i.exec(text.replace(/[\s,;]+/g, ''));
  const meant = /^([0-9.:-]+)([a-z%/ ]*[a-z%])$/i.exec(suggestion.replace(/\s+/g, ''));
  if (!written || !meant || written[1] !== meant[1]) return false;
  const [unit = '', known = ''] = [written[2], meant[2]];
  return unit === known || SAME_UNITS[known]?.test(unit) === true;
}

/** By the spelling of elastiform. A lone "m" is never memory, and "G" is not said to be binary. */
const SAME_UNITS: Readonly<Record<string, RegExp>> = {
  Ki: /^ki(?:b)?$/i,
  Mi: /^mi(?:b)?$/i,
  Gi: /^gi(?:b)?$/i,
  Ti: /^ti(?:b)?$/i,
  GiB: /^gib?$/i,
  TiB: /^tib?$/i,
  s: /^(?:secs?|seconds?)$/i,
  m: /^(?:mins?|minutes?)$/i,
  h: /^(?:h|hrs?|hours?)$/i,
  d: /^(?:d|days?)$/i,
};
