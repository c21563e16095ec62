import {
  type Applicability,
  type Diagnostic,
  isSpan,
  type Suggestion,
  type TextEdit,
} from '../diagnostic.ts';
import type { SpecChange } from '../edit/change-spec.ts';
import { removeItem } from '../edit/remove-item.ts';
import { removeKey } from '../edit/remove-key.ts';
import { setValue } from '../edit/set-value.ts';
import type { Outcome } from '../outcome.ts';
import type { SpecDocument } from '../source-tree.ts';
import type { SpecPath } from '../spec-path.ts';
import { replacementEdits } from './replacement-edits.ts';
import { fileThatSays, nodeAt } from './written.ts';

/** A suggestion as stretches of the files to replace, all together. */
export interface Fix {
  readonly message: string;
  readonly applicability: Applicability;
  /** Never empty; of one file. */
  readonly edits: readonly TextEdit[];
}

/**
 * What becomes of each suggestion of a finding, in their order; nothing where it is words only, or where the place
 * cannot be edited safely.
 *
 * @param document without it only findings about the text itself have fixes
 */
export function fixesOf(
  { at, suggestions = [] }: Diagnostic,
  document: SpecDocument | undefined,
): readonly (Fix | undefined)[] {
  return suggestions.map((suggestion) => {
    const edits = editsOf(suggestion, at, document);
    if (!edits || edits.length === 0) return undefined;
    const { message, applicability = 'maybe' } = suggestion;
    return { message, applicability, edits };
  });
}

function editsOf(
  { replacement, change, edits }: Suggestion,
  at: Diagnostic['at'],
  document: SpecDocument | undefined,
): readonly TextEdit[] | undefined {
  if (edits) return edits;
  if (!document) return undefined;
  if (change) return changeEdits(document, change);
  if (replacement === undefined || !at || isSpan(at)) return undefined;
  return replacementEdits(document, at, replacement);
}

function changeEdits(document: SpecDocument, change: SpecChange): readonly TextEdit[] | undefined {
  const file = fileThatSays(document, change.path);
  const text = document.texts.get(file);
  if (text === undefined) return undefined;
  const editable = { file, text };
  if ('remove' in change) return removal(document, change.path)(editable, change.path).value;
  return setValue(editable, change.path, change.value).value;
}

type Edit = (editable: { file: string; text: string }, path: SpecPath) => Outcome<readonly TextEdit[]>;

function removal(document: SpecDocument, path: SpecPath): Edit {
  return nodeAt(document, path.slice(0, -1))?.kind === 'list' ? removeItem : removeKey;
}
