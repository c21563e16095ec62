/**
 * How the loader sees files; the host implements it and keeps it inside the project folder. Paths have
 * forward slashes and are relative to the project folder.
 */
export interface SpecFiles {
  read(path: string): ReadResult;
}

export type ReadResult =
  | { readonly text: string }
  | {
      readonly problem: ReadProblem /** One sentence about this file, for people. */;
      readonly detail: string;
    };

/** Why a file has no text for the compiler. `outside` and `symlink` are refused even if readable. */
export type ReadProblem = 'missing' | 'not-a-file' | 'outside' | 'too-large' | 'symlink' | 'unreadable';
