import type { Diagnostic } from '../diagnostic.ts';
import type { SpecPath } from '../spec-path.ts';
import { applyEdits } from './apply-edits.ts';
import type { Editable } from './editable.ts';
import type { NewValue } from './new-value.ts';
import { removeKey } from './remove-key.ts';
import { type EditOptions, setValue } from './set-value.ts';

/** One thing that a spec file shall say from now on, or no longer. */
export type SpecChange =
  | { readonly path: SpecPath; readonly value: NewValue }
  | { readonly path: SpecPath; readonly remove: true };

/**
 * Makes several changes of one file, each after the other.
 *
 * @returns the new text, or why it cannot be made; then nothing of it is
 */
export function changeSpec(
  document: Editable,
  changes: readonly SpecChange[],
  options: EditOptions = {},
): { readonly text: string } | { readonly diagnostics: readonly Diagnostic[]; readonly text?: never } {
  let { text } = document;
  for (const change of changes) {
    const current = { file: document.file, text };
    const { value, diagnostics } =
      'remove' in change
        ? removeKey(current, change.path)
        : setValue(current, change.path, change.value, options);
    if (!value) return { diagnostics };
    text = applyEdits(text, value);
  }
  return { text };
}
