import { resolve } from 'node:path';
import type { GitProblem } from '../../host/git.ts';
import { findCommit } from '../../host/git-commit.ts';
import { commitFiles } from '../../host/git-files.ts';
import { type ProjectFiles, projectFiles } from '../../host/project-files.ts';
import type { CliContext } from '../command.ts';
import { UsageError } from '../usage-error.ts';

/** The version that the specs are compared with. */
export interface Base {
  /** `HEAD`, `origin/main` or the folder, as the user said it. */
  readonly label: string;
  /** The commit; nothing for a folder. */
  readonly commit?: string;
  readonly files: ProjectFiles;
}

/** Git is not there, or cannot answer: nothing on the command line is wrong. */
export interface BaseFailure {
  readonly message: string;
  readonly help: string;
}

/**
 * A commit, or another project folder. What is both is the commit; `./name` is always the folder.
 *
 * @param written as `--base` has it; a folder is relative to the project folder
 * @throws UsageError for what is neither
 */
export function openBase(written: string, { folder, specs }: CliContext): Base | BaseFailure {
  const isPath = /^(?:\.{0,2}[/\\]|\.{1,2}$)/.test(written);
  if (isPath) return openFolder(written, folder) ?? neither(written, `there is no folder ${written}`);
  const commit = findCommit(folder, written);
  if ('problem' in commit) return openFolder(written, folder) ?? failure(commit);
  const files = commitFiles(folder, commit, specs);
  return 'problem' in files ? failure(files) : { label: written, commit: commit.hash, files };
}

function openFolder(written: string, folder: string): Base | undefined {
  // Nothing that a file system could be asked for.
  if (written === '' || written.includes('\0')) return undefined;
  const files = projectFiles(resolve(folder, written));
  const listed = files.list('');
  return 'names' in listed ? { label: written, files } : undefined;
}

function failure({ problem, message, help }: GitProblem): BaseFailure {
  if (problem === 'no-repository' || problem === 'no-such-revision') throw new UsageError(message, help);
  return { message, help };
}

function neither(written: string, message: string): never {
  throw new UsageError(`--base is ${written}: ${message}`, 'name a commit, or the folder of another project');
}

export function isFailure(base: Base | BaseFailure): base is BaseFailure {
  return 'help' in base;
}
