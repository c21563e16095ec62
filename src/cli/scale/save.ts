import { alone, type NotAlone } from '../../host/alone.ts';
import { projectFiles } from '../../host/project-files.ts';
import { type Replacement, replaceFile } from '../../host/replace-file.ts';
import { reasonOf, replacementFailure } from '../replacement-failure.ts';
import type { FileEdit } from './preview.ts';
import {
  JOURNAL_FOLDER,
  JOURNAL_IGNORE,
  journalFile,
  printJournal,
  type RememberedEdit,
  readJournal,
  type UndoJournal,
  withEdit,
} from './undo-journal.ts';

export type Saved =
  | { readonly kind: 'saved'; readonly isRemembered: boolean }
  /** Nothing was written; the message is complete. */
  | { readonly kind: 'failed'; readonly message: string };

export type Undone = { readonly kind: 'undone' } | { readonly kind: 'failed'; readonly message: string };

export type JournalRead = UndoJournal | { readonly problem: string };

export function readUndoJournal(folder: string, environment: string): JournalRead {
  const path = journalFile(environment);
  const read = projectFiles(folder).read(path);
  if ('text' in read)
    return readJournal(read.text) ?? { problem: `${path} is damaged; delete it to forget its edits` };
  return read.problem === 'missing' ? { edits: [] } : { problem: `${path} cannot be read (${read.problem})` };
}

/**
 * Writes an edited spec and remembers how to take it back. The memory comes first: an edit that is remembered
 * and was not made is noticed by its text, one that was made and is not remembered could not be taken back.
 */
export function saveEdit(
  folder: string,
  environment: string,
  edit: FileEdit,
  about: { command: string; date: string },
): Saved {
  const result = alone(`${folder}/${JOURNAL_FOLDER}`, (): Saved => {
    const journal = readUndoJournal(folder, environment);
    if ('problem' in journal) return { kind: 'failed', message: journal.problem };
    const { file, before, after } = edit;
    const remembered: RememberedEdit = { ...about, file, before, after };
    const next = withEdit(journal, remembered);
    const kept = keepJournal(folder, environment, next);
    if (kept) return kept;
    const failure = failureOf(file, replaceFile(folder, file, { text: after, expected: before }));
    if (!failure) return { kind: 'saved', isRemembered: next.edits.includes(remembered) };
    keepJournal(folder, environment, journal);
    return failure;
  });
  return result.kind === 'saved' || result.kind === 'failed' ? result : failedAlone(result);
}

/** Writes what stood in the file before the last edit, and forgets that edit. */
export function undoEdit(folder: string, environment: string, edit: RememberedEdit): Undone {
  const result = alone(`${folder}/${JOURNAL_FOLDER}`, (): Undone => {
    const failure = failureOf(
      edit.file,
      replaceFile(folder, edit.file, { text: edit.before, expected: edit.after }),
    );
    return failure ?? forget(folder, environment, edit) ?? { kind: 'undone' };
  });
  return result.kind === 'undone' || result.kind === 'failed' ? result : failedAlone(result);
}

/** Takes the last edit out of the memory, where the file already says what it said before. */
export function forgetEdit(folder: string, environment: string, edit: RememberedEdit): Undone {
  const result = alone(
    `${folder}/${JOURNAL_FOLDER}`,
    (): Undone => forget(folder, environment, edit) ?? { kind: 'undone' },
  );
  return result.kind === 'undone' || result.kind === 'failed' ? result : failedAlone(result);
}

interface Failed {
  readonly kind: 'failed';
  readonly message: string;
}

function forget(folder: string, environment: string, edit: RememberedEdit): Failed | undefined {
  const journal = readUndoJournal(folder, environment);
  if ('problem' in journal) return { kind: 'failed', message: journal.problem };
  const last = journal.edits.at(-1);
  if (last?.before !== edit.before || last.after !== edit.after || last.file !== edit.file)
    return {
      kind: 'failed',
      message: 'another elastiform has scaled the environment at this moment; look again',
    };
  return keepJournal(folder, environment, { edits: journal.edits.slice(0, -1) });
}

function keepJournal(folder: string, environment: string, journal: UndoJournal): Failed | undefined {
  const { path, text } = JOURNAL_IGNORE;
  const isIgnored = 'text' in projectFiles(folder).read(path);
  const ignored = isIgnored ? undefined : failureOf(path, replaceFile(folder, path, { text }));
  const file = journalFile(environment);
  return ignored ?? failureOf(file, replaceFile(folder, file, { text: printJournal(journal) }));
}

function failureOf(file: string, result: Replacement): Failed | undefined {
  const message = replacementFailure(file, result);
  return message === undefined ? undefined : { kind: 'failed', message };
}

function failedAlone(result: NotAlone): Failed {
  if (result.kind === 'busy') return { kind: 'failed', message: result.message };
  if (result.kind === 'refused') return { kind: 'failed', message: `${JOURNAL_FOLDER} ${result.message}` };
  return {
    kind: 'failed',
    message: `${JOURNAL_FOLDER}, where edits are remembered for --undo, cannot be written: ${reasonOf(result)}`,
  };
}
