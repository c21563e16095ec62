import { isObject } from '../../util/is-object.ts';
/**
 * What `elastiform scale ENV --undo` remembers, one file for each environment: the texts before and after each
 * edit, the oldest first. It lies in a folder that ignores itself in git, for it is the memory of one machine:
 * the repository remembers by its commits.
 */
export interface UndoJournal {
  readonly edits: readonly RememberedEdit[];
}

export interface RememberedEdit {
  /** The command as it was typed. */
  readonly command: string;
  /** As YYYY-MM-DD. */
  readonly date: string;
  /** Relative to the project folder. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export const JOURNAL_FOLDER = '.elastiform';

export function journalFile(environment: string): string {
  return `${JOURNAL_FOLDER}/undo-${environment}.json`;
}

export const JOURNAL_IGNORE = {
  path: `${JOURNAL_FOLDER}/.gitignore`,
  text: '# The memory of `elastiform scale --undo` on this machine; deleting the folder forgets it.\n*\n',
} as const;

/** Nobody takes back more, and the file is read and written at every edit. */
const MOST_EDITS = 50;
const MOST_CHARACTERS = 1024 * 1024;

export function withEdit({ edits }: UndoJournal, edit: RememberedEdit): UndoJournal {
  const kept = [...edits, edit].slice(-MOST_EDITS);
  while (kept.length > 0 && printJournal({ edits: kept }).length > MOST_CHARACTERS) kept.shift();
  return { edits: kept };
}

export function printJournal({ edits }: UndoJournal): string {
  return `${JSON.stringify({ formatVersion: '1.0', edits }, null, 1)}\n`;
}

/** @returns nothing for a text that is no journal */
export function readJournal(text: string): UndoJournal | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
  if (!isObject(read) || !/^1\./.test(String(read['formatVersion'])) || !Array.isArray(read['edits']))
    return undefined;
  const edits = read['edits'] as readonly unknown[];
  return edits.every(isEdit) ? { edits } : undefined;
}

function isEdit(value: unknown): value is RememberedEdit {
  return (
    isObject(value) &&
    ['command', 'date', 'file', 'before', 'after'].every((key) => typeof value[key] === 'string')
  );
}
