import { inPlace, type Place } from './place.ts';
import { isSystemError, type SystemError } from './system-error.ts';
import { JOURNAL, JOURNAL_UNDO } from './work-folder.ts';
import type { IoProblem } from './write-result.ts';

/** Turns a failed call into a result. */
export function ioProblem(place: Place, error: SystemError): IoProblem {
  const { code, path = place.folder, message } = error;
  return { kind: 'io', path, code, message, unfinished: hasJournal(place) };
}

/** A journal that is still there after a failure is one that could be neither finished nor undone. */
function hasJournal(place: Place): boolean {
  try {
    return [JOURNAL, JOURNAL_UNDO].some((path) => place.files.kindOf(inPlace(place, path)) !== undefined);
  } catch (error) {
    if (isSystemError(error)) return false; // nothing can be seen, so nothing can have been begun
    throw error;
  }
}
