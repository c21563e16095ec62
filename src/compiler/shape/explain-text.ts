import { grouped } from '../../util/grouped-digits.ts';
import type { TextForm } from '../language/field.ts';
import { show } from '../load/yaml-messages.ts';
import type { SourceScalar } from '../source-tree.ts';
import type { Explanation } from './finding.ts';
import { isTidied, repairText } from './repair.ts';
import { spellText } from './spelling.ts';
import type { Subject } from './subject.ts';
import { suggestWords } from './suggest-words.ts';
import { exampleOf, labelOf, oneOf } from './words.ts';

/** Text that YAML has read as something else, or that is not the text the language asks for. */
export function explainText(subject: Subject, form: TextForm, node: SourceScalar): Explanation {
  if (typeof node.value === 'string') {
    return textProblem(subject, form, node.value) ?? wrongText(subject, node.value);
  }
  // Quotes would not help a text that is wrong in itself, so that comes first: one mistake, one finding.
  return textProblem(subject, form, node.source) ?? needsQuotes(subject, node);
}

/** What YAML has made of the value, and the value as it should be written. */
export function needsQuotes({ path }: Subject, node: SourceScalar): Explanation {
  const { source, value } = node;
  const read =
    typeof value === 'boolean'
      ? 'a truth value'
      : String(value) === source
        ? 'a number'
        : `the number ${String(value)}`;
  const quoted = JSON.stringify(source);
  return {
    code: 'shape/needs-quotes',
    message: `${labelOf(path)} is text, but YAML reads ${source} as ${read}`,
    help: `write ${quoted}`,
    suggestions: [{ message: 'put it in quotes', replacement: quoted, applicability: 'machine' }],
  };
}

function textProblem(subject: Subject, form: TextForm, text: string): Explanation | undefined {
  const label = labelOf(subject.path);
  if (form.choices) return form.choices.includes(text) ? undefined : notAChoice(label, form.choices, text);
  if (text === '') return { code: 'shape/empty', message: `${label} is an empty text` };
  const length = [...text].length;
  if (length > form.maxLength) {
    return {
      code: 'shape/too-long',
      message: `${label} is ${grouped(length)} characters long; ${grouped(form.maxLength)} are allowed`,
    };
  }
  if (form.pattern === undefined || new RegExp(form.pattern, 'u').test(text)) return undefined;
  return wrongText(subject, text);
}

function notAChoice(label: string, choices: readonly string[], text: string): Explanation {
  return {
    code: 'shape/not-a-choice',
    message: `${label} is ${show(text)}, but must be ${oneOf(choices)}`,
    suggestions: suggestWords(text, choices).map((suggestion) => ({
      ...suggestion,
      replacement: spellText(String(suggestion.replacement)),
    })),
  };
}

function wrongText({ field, path }: Subject, text: string): Explanation {
  const form = field.form as TextForm;
  const meaning = form.patternMeaning ?? `text that matches ${form.pattern}`;
  const repaired = form.pattern === undefined ? undefined : repairText(text, form.pattern, form.maxLength);
  const example = exampleOf(field);
  return {
    code: 'shape/bad-format',
    message: `${labelOf(path)} is ${show(text)}, but must be ${meaning}`,
    ...(example === undefined ? {} : { help: `write it like ${example}` }),
    ...(repaired === undefined
      ? {}
      : {
          suggestions: [
            {
              message: `did you mean ${repaired}?`,
              replacement: spellText(repaired),
              ...(isTidied(text, repaired) ? { applicability: 'machine' as const } : {}),
            },
          ],
        }),
  };
}
