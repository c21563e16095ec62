import { type GitProblem, git } from './git.ts';

/** A commit of the repository in which a folder lies. */
export interface Commit {
  readonly hash: string;
  /** Leads from the top of the repository to the folder: `infra/prod/`, or nothing. */
  readonly prefix: string;
}

/**
 * Finds a commit. `A...B` is where the two left each other, and `A...` the same with HEAD.
 *
 * @param folder absolute, anywhere in a working tree, also one of a submodule or made by `git worktree`
 * @param written what the user typed; it never becomes an option
 */
export function findCommit(folder: string, written: string): Commit | GitProblem {
  const top = git(folder, ['rev-parse', '--show-prefix']);
  if ('problem' in top) return top;
  const prefix = top.text.replace(/\n$/, '');
  const [from = '', to] = written.split('...');
  const start = findHash(folder, to === undefined ? written : from);
  if (typeof start !== 'string') return start;
  if (to === undefined) return { hash: start, prefix };
  const end = findHash(folder, to === '' ? 'HEAD' : to);
  if (typeof end !== 'string') return end;
  const parting = git(folder, ['merge-base', start, end]);
  if (!('problem' in parting)) return { hash: parting.text.trim(), prefix };
  if (isShallow(folder)) return missing(folder, written);
  return {
    problem: 'no-such-revision',
    message: `${quoted(written)} have no commit in common`,
    help: 'name one commit',
  };
}

function findHash(folder: string, written: string): string | GitProblem {
  // What git would take for something else, and what no process can be handed.
  if (/^-|[\0-\x20\x7f]|\.\./.test(written) || written === '' || written.length > 1000)
    return { problem: 'no-such-revision', message: `${quoted(written)} is no name of a commit`, help: NAMES };
  const found = git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${written}^{commit}`]);
  if (!('problem' in found)) return found.text.trim();
  return found.problem === 'failed' ? missing(folder, written) : found;
}

const NAMES = 'name a branch, a tag or a commit, or write ./DIR for a folder';

function missing(folder: string, written: string): GitProblem {
  const message = `${quoted(written)} names no commit of this repository`;
  if (!isShallow(folder)) return { problem: 'no-such-revision', message, help: NAMES };
  const isAncestor = /[~^@:]|\.\.\./.test(written);
  const name = /^[A-Za-z0-9_./-]+$/.test(written)
    ? written.replace(/^(?:refs\/remotes\/)?origin\//, '')
    : 'REF';
  return {
    problem: 'shallow',
    message: `${quoted(written)} names no commit of this clone, which is a shallow one`,
    help: isAncestor
      ? 'git fetch --unshallow brings the older commits'
      : `git fetch --depth=1 origin ${name}, and then --base FETCH_HEAD`,
  };
}

function isShallow(folder: string): boolean {
  const answer = git(folder, ['rev-parse', '--is-shallow-repository']);
  return !('problem' in answer) && answer.text.trim() === 'true';
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 99)}…` : text);
}
