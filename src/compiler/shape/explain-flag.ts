import { show } from '../load/yaml-messages.ts';
import type { SourceScalar } from '../source-tree.ts';
import type { Explanation } from './finding.ts';
import { tidied } from './repair.ts';
import type { Subject } from './subject.ts';
import { foundText, labelOf, wantedText } from './words.ts';

/** Words and numbers that elsewhere mean true or false. */
const MEANT: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(['y', 'yes', 'on', 'true', 'enabled', '1'].map((word) => [word, true])),
  ...Object.fromEntries(['n', 'no', 'off', 'false', 'disabled', '0'].map((word) => [word, false])),
};

/** A value where true or false is wanted, or, for a section that can be switched, a map. */
export function explainFlag({ field, path }: Subject, node: SourceScalar): Explanation {
  const label = labelOf(path);
  const word = tidied(typeof node.value === 'string' ? node.value : node.source).toLowerCase();
  const meant = Object.hasOwn(MEANT, word) ? MEANT[word] : undefined;
  if (meant === undefined) {
    return {
      code: 'shape/wrong-type',
      message: `${label} is ${foundText(node)}, but must be ${wantedText(field)}`,
      help: `write ${wantedText(field)}`,
    };
  }
  const suggestions = [
    { message: `write ${meant}`, replacement: String(meant), applicability: 'machine' as const },
  ];
  if (word === 'true' || word === 'false') {
    const message = node.quoted
      ? `${label} is the text ${show(String(node.value))}, because it is in quotes`
      : `YAML reads ${node.source} as text`;
    return node.quoted
      ? { code: 'shape/extra-quotes', message, suggestions }
      : { code: 'shape/not-true-or-false', message, help: `write ${meant}`, suggestions };
  }
  const read = typeof node.value === 'number' ? 'a number' : 'text';
  return {
    code: 'shape/not-true-or-false',
    message: `${label} is true or false, but YAML 1.2 reads ${node.source} as ${read}`,
    help: `write ${meant}`,
    suggestions,
  };
}
