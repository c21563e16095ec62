import type { Diagnostic } from '../diagnostic.ts';
import { NAME } from '../language/fields.ts';
import { show } from '../load/yaml-messages.ts';
import type { SpecDocument } from '../source-tree.ts';
import { environmentAdvice } from './shape-messages.ts';
import { spellText } from './spelling.ts';

/**
 * Checks that an environment is called like its file: `environment: prod` in `specs/prod.yaml`.
 *
 * @param file of the environment, with forward slashes
 * @returns at most one error; none when `environment` is missing or no text, which the shape phase reports
 */
export function checkEnvironment(document: SpecDocument, file: string): Diagnostic[] {
  const node = document.root.entries.get('environment')?.value;
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return [];
  const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  if (node.value === stem) return [];
  const code = 'environment/not-the-file-name';
  const canBeName = new RegExp(NAME).test(stem);
  const spelled = spellText(stem);
  return [
    {
      code,
      severity: 'error',
      message: `the environment is ${show(node.value)}, but its file is ${show(file)}`,
      ...environmentAdvice[code],
      help: canBeName
        ? `write "environment: ${stem}", or rename the file`
        : `rename the file to ${show(`${node.value}.yaml`)}`,
      at: { path: ['environment'] },
      ...(canBeName ? { suggestions: [{ message: `write ${spelled}`, replacement: spelled }] } : {}),
    },
  ];
}
