import { foldersAbove } from './file-tree.ts';
import { type Step, sha256 } from './journal.ts';
import { occupantOf } from './occupant.ts';
import { inPlace, type Place } from './place.ts';
import { newContent } from './work-folder.ts';
import type { Conflict } from './write-result.ts';

/**
 * Carries out the steps, whatever part of them is done already.
 *
 * @returns what stands in the way. It is looked for before the first step is taken, so some steps can be done
 * and others not only if somebody put something there in the very moment.
 * @throws the system error of a failed call; some steps may be done
 */
export function rollForward(place: Place, steps: readonly Step[]): readonly Conflict[] {
  const conflicts = steps.flatMap((step, index) => obstaclesTo(place, step, index));
  if (conflicts.length > 0) return conflicts;
  for (const [index, step] of steps.entries()) {
    const late = takeStep(place, step, index);
    if (late !== undefined) return [late];
  }
  removeEmptied(
    place,
    steps.filter(({ after }) => after === null),
  );
  syncFolders(place, steps);
  return [];
}

/** Removes the folders below the place that deletions left empty, innermost first. */
export function removeEmptied(place: Place, deleted: readonly Step[]): void {
  const folders = new Set(deleted.flatMap(({ path }) => foldersAbove(path)));
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    place.files.removeEmptyFolder(inPlace(place, folder));
  }
}

/** Makes all steps survive a power cut. */
export function syncFolders(place: Place, steps: readonly Step[]): void {
  for (const folder of new Set(['.', ...steps.flatMap(({ path }) => foldersAbove(path))])) {
    const path = inPlace(place, folder);
    if (place.files.kindOf(path) === 'folder') place.files.syncFolder(path);
  }
}

function obstaclesTo(place: Place, step: Step, index: number): Conflict[] {
  const occupant = occupantOf(place, step.path);
  return occupant.kind === 'obstacle' && isOpen(place, step, index) ? [occupant.conflict] : [];
}

/**
 * A new content that has left the work folder stands in its place already; if something else stands there
 * now, it came later, and what becomes of it is for the next plan to decide. A deletion has nothing to do
 * where no file of ours stands.
 */
function isOpen(place: Place, { after }: Step, index: number): boolean {
  return after !== null && place.files.kindOf(inPlace(place, newContent(index))) !== undefined;
}

function takeStep(place: Place, step: Step, index: number): Conflict | undefined {
  const occupant = occupantOf(place, step.path);
  if (step.after === null) {
    if (occupant.kind === 'own') place.files.remove(inPlace(place, step.path));
    return undefined;
  }
  if (!isOpen(place, step, index)) return undefined;
  if (occupant.kind === 'obstacle') return occupant.conflict;
  if (occupant.kind === 'own' && sha256(occupant.bytes) === step.after) return undefined;
  const folder = foldersAbove(step.path).at(-1);
  if (folder !== undefined) place.files.makeFolder(inPlace(place, folder));
  place.files.rename(inPlace(place, newContent(index)), inPlace(place, step.path));
  return undefined;
}
