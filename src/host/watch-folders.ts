import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { isSystemError } from './write/system-error.ts';

/** Files of some folders that are watched for as long as somebody waits. */
export interface WatchedFolders {
  /** Paths of the files that have changed, come or gone since the last answer, sorted. Waits until there are some. */
  next(): Promise<readonly string[]>;
  /** Watches other folders from now on. */
  watch(folders: readonly string[]): void;
  close(): void;
}

export interface WatchTimes {
  /** How often the folders are looked at, whether somebody has told of a change or not. */
  readonly pollMilliseconds: number;
  /** How long nothing must change before an answer: editors save in several steps. */
  readonly settleMilliseconds: number;
}

const TIMES: WatchTimes = { pollMilliseconds: 1000, settleMilliseconds: 60 };

/**
 * Watches the files of folders that lie directly in them and end in `ending`.
 *
 * What counts is what the files look like, seen every second; the notices of the operating system only make
 * an answer come sooner. So it does not matter whether they come at all: where they are used up (ENOSPC, EMFILE), on a
 * network drive, or when a folder is deleted and made again.
 *
 * @param root absolute; the folders are relative to it, and may not exist for the moment
 */
export function watchFolders(
  root: string,
  folders: readonly string[],
  ending: string,
  { pollMilliseconds, settleMilliseconds }: WatchTimes = TIMES,
): WatchedFolders {
  let watched = new Map<string, Notices>();
  let known = new Map<string, string>();
  let isClosed = false;
  let wake = (): void => {};
  /** Waits until a notice comes, and not longer than that. */
  const told = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const close = (): void => {
    isClosed = true;
    for (const notices of watched.values()) notices.close();
    wake();
  };
  const renew = (names: Iterable<string>): void => {
    const before = watched;
    watched = new Map([...names].map((name) => [name, before.get(name) ?? new Notices(`${root}/${name}`)]));
    for (const [name, notices] of before) if (!watched.has(name)) notices.close();
    for (const notices of watched.values()) notices.listen(() => wake());
  };
  const look = () => looksOf(root, watched.keys(), ending);

  renew(folders);
  known = look();
  return {
    close,
    watch: (names) => {
      const before = new Set(watched.keys());
      renew(names);
      // What lies in a new folder was there already.
      for (const [file, now] of look()) if (!before.has(folderOf(file))) known.set(file, now);
    },
    async next() {
      while (!isClosed) {
        let now = look();
        if (changesOf(known, now).length === 0) {
          renew([...watched.keys()]);
          await told(pollMilliseconds);
          continue;
        }
        for (let before = known; changesOf(before, now).length > 0; now = look()) {
          before = now;
          await pause(settleMilliseconds);
        }
        renew([...watched.keys()]);
        const changes = changesOf(known, now);
        known = now;
        // An editor may have put back what it had taken away.
        if (changes.length > 0) return changes;
      }
      return [];
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What the operating system tells of one folder, as long as it does. */
class Notices {
  readonly #folder: string;
  #watcher: FSWatcher | undefined;
  #inode: number | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Begins to listen, and again after the folder was made anew. Says nothing when it cannot. */
  listen(tell: () => void): void {
    const inode = inodeOf(this.#folder);
    if (this.#watcher && inode === this.#inode) return;
    this.close();
    if (inode === undefined) return;
    try {
      this.#watcher = watch(this.#folder, tell);
      this.#watcher.on('error', () => this.close());
      this.#inode = inode;
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }
}

function inodeOf(path: string): number | undefined {
  return lookAt(path)?.ino;
}

function lookAt(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

/** What each file looks like from outside, by its path below the root. */
function looksOf(root: string, folders: Iterable<string>, ending: string): Map<string, string> {
  const looks = new Map<string, string>();
  for (const folder of folders) {
    for (const name of namesIn(`${root}/${folder}`)) {
      if (!name.endsWith(ending)) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      const stats = lookAt(`${root}/${path}`);
      if (stats) looks.set(path, [stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(' '));
    }
  }
  return looks;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [];
  }
}

function changesOf(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): readonly string[] {
  const files = new Set([...before.keys(), ...now.keys()]);
  return [...files].filter((file) => before.get(file) !== now.get(file)).sort();
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}
