import type { Answer } from '../answer.ts';
import { addressText } from './address-text.ts';
import { pathText } from './path-text.ts';

/**
 * An answer for people.
 *
 * @param environments that it holds for
 * @param folder of the output, with a slash: what is before the names of the files
 */
export function answerText(answer: Answer, environments: readonly string[], folder: string): string {
  const names = environments.join(', ');
  return answer.kind === 'path' ? pathText(answer, names, folder) : addressText(answer, names, folder);
}
