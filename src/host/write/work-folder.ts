import { obstacle } from './occupant.ts';
import { inPlace, type Place } from './place.ts';
import type { Conflict } from './write-result.ts';

/**
 * The hidden folder inside the target which exists only while it is being written. It lies there because a
 * rename works only within one file system. It holds:
 *
 * - `lock-<writer>`: one per process that writes or wants to;
 * - `new-<n>`, `old-<n>`: what the n-th file is to hold, and what it held;
 * - `journal-draft`: a journal not yet in force;
 * - `journal`: finish this; `journal-undo`: undo this. At most one of the two exists.
 */
export const WORK = '.elastiform-write';
export const JOURNAL = `${WORK}/journal`;
export const JOURNAL_UNDO = `${WORK}/journal-undo`;
export const JOURNAL_DRAFT = `${WORK}/journal-draft`;

export function newContent(step: number): string {
  return `${WORK}/new-${step}`;
}

export function oldContent(step: number): string {
  return `${WORK}/old-${step}`;
}

export function lockOf(writer: string): string {
  return `${WORK}/lock-${writer}`;
}

/** The names of the writers that have a lock, sorted; also those that are gone. */
export function lockHolders(place: Place): readonly string[] {
  const locks = place.files.list(inPlace(place, WORK)).filter((name) => name.startsWith('lock-'));
  return locks.map((name) => name.slice('lock-'.length));
}

/** What there is of the work folder. */
export interface Leftovers {
  /** `left`: somebody was interrupted. `busy`: somebody is at work. */
  readonly state: 'none' | 'left' | 'busy';
  /** What is there and not ours; it is never deleted. */
  readonly conflicts: readonly Conflict[];
}

/** Reads only. */
export function findLeftovers(place: Place): Leftovers {
  // Through a symlinked target nothing is looked at, let alone deleted.
  if (place.files.kindOf(place.folder) !== 'folder') return { state: 'none', conflicts: [] };
  const kind = place.files.kindOf(inPlace(place, WORK));
  if (kind === undefined) return { state: 'none', conflicts: [] };
  if (kind !== 'folder') {
    const reason = kind === 'symlink' ? 'symlink' : 'not-a-folder';
    return { state: 'left', conflicts: [obstacle(WORK, reason, IN_THE_WAY).conflict] };
  }
  const conflicts = place.files.list(inPlace(place, WORK)).flatMap((name) => strangeEntry(place, name));
  const isBusy = lockHolders(place).some((writer) => place.files.standingOf(writer) !== 'gone');
  return { state: isBusy ? 'busy' : 'left', conflicts };
}

/** Deletes everything but the locks. The journals go first: without one, the rest means nothing. */
export function discardWork(place: Place): void {
  const names = place.files.list(inPlace(place, WORK)).filter((name) => OURS.test(name));
  for (const path of [JOURNAL, JOURNAL_UNDO, ...names.map((name) => `${WORK}/${name}`)]) {
    place.files.remove(inPlace(place, path));
  }
}

const OURS = /^(?:journal|journal-draft|journal-undo|(?:new|old)-\d+)$/;
const LOCK = /^lock-[A-Za-z0-9-]+$/;
const IN_THE_WAY = 'is where elastiform prepares its writes, but was not made by elastiform; move it away';

function strangeEntry(place: Place, name: string): Conflict[] {
  const path = `${WORK}/${name}`;
  const kind = place.files.kindOf(inPlace(place, path));
  if (kind === undefined) return []; // another writer has just tidied up
  if (kind === 'file' && (OURS.test(name) || LOCK.test(name))) return [];
  return [obstacle(path, kind === 'file' ? 'foreign' : kind, IN_THE_WAY).conflict];
}
