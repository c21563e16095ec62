import { foldersAbove } from './file-tree.ts';
import { type Step, sha256 } from './journal.ts';
import { occupantOf } from './occupant.ts';
import { inPlace, type Place } from './place.ts';
import { removeEmptied, syncFolders } from './roll-forward.ts';
import { JOURNAL, JOURNAL_UNDO, oldContent, WORK } from './work-folder.ts';

/**
 * Takes back whatever part of the steps is done. From the first call on there is no way forward any more,
 * because putting back an old content overwrites the new one; so the journal is turned round first. That
 * needs no space on the disk.
 *
 * @throws the system error of a failed call; some steps may be taken back
 */
export function rollBack(place: Place, steps: readonly Step[]): void {
  place.files.rename(inPlace(place, JOURNAL), inPlace(place, JOURNAL_UNDO));
  place.files.syncFolder(inPlace(place, WORK));
  finishRollBack(place, steps);
}

/** The same once the journal is turned round. */
export function finishRollBack(place: Place, steps: readonly Step[]): void {
  for (const [index, step] of steps.entries()) takeBack(place, step, index);
  removeEmptied(
    place,
    steps.filter(({ before }) => before === null),
  );
  syncFolders(place, steps);
}

function takeBack(place: Place, step: Step, index: number): void {
  const occupant = occupantOf(place, step.path);
  if (occupant.kind === 'obstacle') return;
  // Only what we put there is taken away; anything else came from somebody in the meantime.
  const holds = occupant.kind === 'own' ? sha256(occupant.bytes) : null;
  if (holds !== step.after) return;
  if (step.before === null) {
    place.files.remove(inPlace(place, step.path));
    return;
  }
  const old = place.files.read(inPlace(place, oldContent(index)));
  if (old === undefined || sha256(old) !== step.before) return;
  const folder = foldersAbove(step.path).at(-1);
  if (folder !== undefined) place.files.makeFolder(inPlace(place, folder));
  place.files.rename(inPlace(place, oldContent(index)), inPlace(place, step.path));
}
