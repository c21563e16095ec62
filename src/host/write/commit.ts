import { encodeJournal, type Step, sha256 } from './journal.ts';
import { inPlace, type Place } from './place.ts';
import type { Edit } from './plan.ts';
import { rollBack } from './roll-back.ts';
import { rollForward } from './roll-forward.ts';
import { ignoringSystemErrors, isSystemError, withPath } from './system-error.ts';
import { discardWork, JOURNAL, JOURNAL_DRAFT, newContent, oldContent, WORK } from './work-folder.ts';
import type { Conflict } from './write-result.ts';

/**
 * Carries out all edits or none. The rename of the journal is the moment of decision: before it a crash means
 * the old set, after it the new one, as soon as somebody runs `recover`.
 *
 * @param edits expects the lock to be held and the work folder to hold nothing else
 * @returns what stands in the way since the edits were planned; then nothing is changed
 * @throws the system error of a failed call, after everything was undone
 */
export function commit(place: Place, edits: readonly Edit[]): readonly Conflict[] {
  if (edits.length === 0) return [];
  // Deletions come last, so that a reader in between finds a file too many rather than too few.
  const ordered = [
    ...edits.filter(({ after }) => after !== undefined),
    ...edits.filter(({ after }) => !after),
  ];
  const steps = ordered.map(stepOf);
  try {
    for (const [index, edit] of ordered.entries()) stage(place, edit, index);
    proclaim(place, steps);
  } catch (error) {
    if (isSystemError(error)) ignoringSystemErrors(() => discardWork(place));
    throw error;
  }
  const conflicts = finishOrUndo(place, steps);
  if (conflicts.length > 0) rollBack(place, steps);
  ignoringSystemErrors(() => discardWork(place));
  return conflicts;
}

/**
 * Finishes a journal that is in force, or takes everything back when the system refuses to.
 *
 * @returns as `rollForward`
 * @throws the system error of a failed call
 */
export function finishOrUndo(place: Place, steps: readonly Step[]): readonly Conflict[] {
  try {
    return rollForward(place, steps);
  } catch (error) {
    if (isSystemError(error)) {
      // If this fails as well, the journal stays, and the next run tries again.
      ignoringSystemErrors(() => {
        rollBack(place, steps);
        discardWork(place);
      });
    }
    throw error;
  }
}

function stepOf({ path, before, after }: Edit): Step {
  return { path, before: before ? sha256(before) : null, after: after ? sha256(after) : null };
}

/** The old content is kept as well: a full disk must not be able to prevent that it is put back. */
function stage(place: Place, { before, after }: Edit, index: number): void {
  if (after !== undefined) createFile(place, newContent(index), after);
  if (before !== undefined) createFile(place, oldContent(index), before);
}

function proclaim(place: Place, steps: readonly Step[]): void {
  createFile(place, JOURNAL_DRAFT, Buffer.from(encodeJournal(steps)));
  // The journal must not reach the disk before the contents that it speaks of.
  place.files.syncFolder(inPlace(place, WORK));
  place.files.rename(inPlace(place, JOURNAL_DRAFT), inPlace(place, JOURNAL));
  place.files.syncFolder(inPlace(place, WORK));
}

function createFile(place: Place, path: string, bytes: Uint8Array): void {
  const { files } = place;
  const file = files.create(inPlace(place, path));
  try {
    files.makeReadable(file);
    for (let written = 0; written < bytes.length; ) written += files.write(file, bytes.subarray(written));
    files.sync(file);
  } catch (error) {
    throw withPath(error, inPlace(place, path));
  } finally {
    files.close(file);
  }
}
