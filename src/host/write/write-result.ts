import type { FileSystem } from './file-system.ts';

/** One file that differs. `path` is relative to the folder, with forward slashes. */
export interface Change {
  readonly path: string;
  readonly action: 'create' | 'update' | 'delete';
}

/** What stands in the way. `path` is relative to the folder; `.` is the folder itself. */
export interface Conflict {
  readonly path: string;
  readonly reason: 'foreign' | 'symlink' | 'folder' | 'not-a-folder' | 'special';
  /** What is wrong and what to do; lower case, no full stop. */
  readonly message: string;
}

/** What a write would do. Lists are sorted by path and may be empty; with a conflict nothing would be done. */
export interface WritePlan {
  readonly kind: 'plan';
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
  /** An earlier write was interrupted; the next one finishes it first. */
  readonly interrupted: boolean;
}

/** The folder holds the tree. No changes: it already did, and nothing was touched. */
export interface Written {
  readonly kind: 'written';
  readonly changes: readonly Change[];
  /** An earlier interrupted write was finished or undone first. */
  readonly recovered: boolean;
}

/** Nothing was written. After an interrupted write, what it left is kept until the conflict is solved. */
export interface Conflicted {
  readonly kind: 'conflict';
  readonly conflicts: readonly Conflict[];
}

/** Another elastiform is writing the folder, and did not finish while we waited. Nothing was written. */
export interface Busy {
  readonly kind: 'busy';
  /** The lock, as an absolute path or relative to the current directory, as the folder was given. */
  readonly path: string;
  readonly message: string;
}

/** The operating system refused something. The folder holds what it held before. */
export interface IoProblem {
  readonly kind: 'io';
  readonly path: string;
  /** `ENOSPC`, `EACCES`, `EROFS`, … */
  readonly code: string;
  readonly message: string;
  /** The system refused to undo as well: old and new files may be mixed until the next write repairs it. */
  readonly unfinished: boolean;
}

export type PlanResult = WritePlan | IoProblem;
export type WriteResult = Written | Conflicted | Busy | IoProblem;

export interface WriteOptions {
  /** Folders below the target, such as `kubernetes`, in which files of ours may have become stale. */
  readonly subfolders?: readonly string[];
  /** How long to wait for another writer, in milliseconds; 5,000 if left out. */
  readonly waitMilliseconds?: number;
  readonly files?: FileSystem;
}
