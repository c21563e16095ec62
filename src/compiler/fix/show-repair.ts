import type { TextEdit } from '../diagnostic.ts';
import { applyEdits } from '../edit/apply-edits.ts';

/** What a repair changes, in a few words for people. */
export interface Shown {
  readonly before: string;
  readonly after: string;
}

/** @param text before the repair, without byte order mark */
export function showRepair(text: string, edits: readonly TextEdit[]): Shown {
  const [edit, ...others] = edits;
  if (edit && others.length === 0) {
    const { start, end } = edit.span;
    const removed = text.slice(start.offset, end.offset);
    if (isWord(removed) && isWord(edit.text)) return { before: cut(removed), after: cut(edit.text) };
  }
  const lines = linesAround(text, edits);
  return { before: cut(lines.before), after: cut(lines.after) };
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !text.includes('\n');
}

/** All lines that the edits reach, before and after. */
function linesAround(text: string, edits: readonly TextEdit[]): Shown {
  const from = text.lastIndexOf('\n', Math.min(...edits.map(({ span }) => span.start.offset)) - 1) + 1;
  const last = Math.max(...edits.map(({ span }) => span.end.offset));
  // Whole lines that go end behind their line feed.
  const feed = text[last - 1] === '\n' && last > from ? last - 1 : text.indexOf('\n', last);
  const to = feed === -1 ? text.length : feed;
  const after = applyEdits(text, edits);
  return {
    before: text.slice(from, to),
    after: after.slice(from, Math.max(from, after.length - (text.length - to))),
  };
}

const MOST = 60;

function cut(text: string): string {
  const [first = '', ...rest] = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const characters = [...first];
  const short = characters.length > MOST ? `${characters.slice(0, MOST - 1).join('')}…` : first;
  return rest.some((line) => line !== '') ? `${short} (and ${rest.length} more lines)` : short;
}
