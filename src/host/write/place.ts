import type { FileSystem } from './file-system.ts';

/** The folder to be written, and what it is written with. */
export interface Place {
  readonly folder: string;
  readonly files: FileSystem;
  /** Folders below it where files of ours may lie, though the tree names none there. */
  readonly subfolders: readonly string[];
}

/** The path for the file system; node accepts forward slashes everywhere. `.` is the folder itself. */
export function inPlace(place: Place, path: string): string {
  return path === '.' ? place.folder : `${place.folder}/${path}`;
}
