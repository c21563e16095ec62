import { inPlace, type Place } from './place.ts';
import { ignoringSystemErrors, isSystemError } from './system-error.ts';
import { lockHolders, lockOf, WORK } from './work-folder.ts';
import type { Busy } from './write-result.ts';

const PAUSE_MILLISECONDS = 10;

/**
 * Does the work while no other elastiform writes the same folder; creates the folder if need be.
 *
 * Everybody puts down a lock file under a name of its own and *then* looks for others; only who sees no other
 * may begin. Of two that began, the one that looked later would have seen the other's file, so there are
 * never two. And since the name of a dead process is not used again, its lock can be deleted without the
 * danger of deleting the lock of somebody who has just taken over.
 */
export function withLock<T>(place: Place, waitMilliseconds: number, work: () => T): T | Busy {
  try {
    for (let waited = 0; ; waited += PAUSE_MILLISECONDS) {
      const rival = tryLock(place);
      if (rival === undefined) return work();
      if (waited >= waitMilliseconds) return busy(place, rival);
      place.files.pause(PAUSE_MILLISECONDS);
    }
  } finally {
    unlock(place);
  }
}

/** @returns the writer to wait for; undefined when the lock is ours */
function tryLock(place: Place): string | undefined {
  const { files } = place;
  putLock(place);
  const others = lockHolders(place).filter((writer) => writer !== files.writer);
  const gone = others.filter((writer) => files.standingOf(writer) === 'gone');
  const rival = others.find((writer) => !gone.includes(writer));
  if (rival === undefined) {
    for (const writer of gone) files.remove(inPlace(place, lockOf(writer)));
    return undefined;
  }
  // Of several that wait, the first by name stays and the others step back, or none would ever be alone.
  if (rival < files.writer) files.remove(inPlace(place, lockOf(files.writer)));
  return rival;
}

function putLock(place: Place): void {
  for (;;) {
    place.files.makeFolder(inPlace(place, WORK));
    try {
      place.files.close(place.files.create(inPlace(place, lockOf(place.files.writer))));
      return;
    } catch (error) {
      if (isSystemError(error) && error.code === 'EEXIST') return; // ours, from an earlier try
      // The one before us has just removed the folder as empty, between our two calls.
      if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
    }
  }
}

function unlock(place: Place): void {
  ignoringSystemErrors(() => {
    place.files.remove(inPlace(place, lockOf(place.files.writer)));
    place.files.removeEmptyFolder(inPlace(place, WORK));
  });
}

function busy(place: Place, rival: string): Busy {
  const path = inPlace(place, lockOf(rival));
  const isNear = place.files.standingOf(rival) !== 'elsewhere';
  const who = isNear ? `process ${rival.split('-')[1]}` : 'on another host or in another container';
  const remedy = isNear ? 'try again when it is done' : `if it no longer runs, delete ${path}`;
  return { kind: 'busy', path, message: `another elastiform (${who}) is writing this folder; ${remedy}` };
}
