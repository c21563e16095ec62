import { finishOrUndo } from './commit.ts';
import { readJournal, type Step, sha256 } from './journal.ts';
import { inPlace, type Place } from './place.ts';
import { finishRollBack } from './roll-back.ts';
import { discardWork, JOURNAL, JOURNAL_UNDO, newContent, WORK } from './work-folder.ts';
import type { Conflict } from './write-result.ts';

/**
 * Repairs what an interrupted write left: with a journal it is finished (or undone, if it was being undone),
 * without one it is forgotten. Expects the lock to be held.
 *
 * @returns whether there was anything, and what stands in its way. With a conflict nothing is changed: both
 * the foreign file and the content meant for its place are kept.
 * @throws the system error of a failed call
 */
export function recover(place: Place): { readonly found: boolean; readonly conflicts: readonly Conflict[] } {
  const found = place.files.list(inPlace(place, WORK)).some((name) => !name.startsWith('lock-'));
  if (!found) return { found, conflicts: [] };
  const undo = readJournal(place, JOURNAL_UNDO);
  const steps = readJournal(place, JOURNAL);
  if (undo !== undefined) {
    finishRollBack(place, undo);
  } else if (steps !== undefined && isIntact(place, steps)) {
    const conflicts = finishOrUndo(place, steps);
    if (conflicts.length > 0) return { found, conflicts: conflicts.map(explain) };
  }
  discardWork(place);
  return { found, conflicts: [] };
}

/**
 * Whether every content still waiting is the one the journal names. If not, somebody else was there, and
 * nothing of it is used; the write that follows brings every file to its state anyway.
 */
function isIntact(place: Place, steps: readonly Step[]): boolean {
  return steps.every(({ after }, index) => {
    const content = after === null ? undefined : place.files.read(inPlace(place, newContent(index)));
    return content === undefined || sha256(content) === after;
  });
}

function explain(conflict: Conflict): Conflict {
  const message = `${conflict.message} (it appeared after an interrupted write; to give that write up, delete ${WORK})`;
  return { ...conflict, message };
}
