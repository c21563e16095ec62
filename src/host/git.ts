import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Why git gives no answer. */
export type GitProblem =
  /** Nothing that the user named wrongly: git is not there, or refuses or fails to work. */
  | {
      readonly problem: 'no-git' | 'refused' | 'failed' | 'shallow';
      readonly message: string;
      readonly help: string;
    }
  | {
      readonly problem: 'no-repository' | 'no-such-revision';
      readonly message: string;
      readonly help: string;
    };

type Answer = { readonly text: string; readonly bytes: Buffer } | GitProblem;

/**
 * Runs git without a shell, so that it takes no lock, writes nothing, asks nobody, reaches no network, and starts no
 * program that the configuration of a repository names.
 */
export function git(folder: string, words: readonly string[], input = ''): Answer {
  const { status, stdout, stderr, error } = spawnSync('git', [...SETTINGS, ...words], {
    cwd: folder,
    env: environment(),
    input,
    maxBuffer: MOST_BYTES,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  if (error && 'code' in error && error.code === 'ENOENT') return absent(folder);
  if (error && 'code' in error && error.code === 'ENOBUFS')
    return failed(
      `it says more than ${MOST_BYTES / 2 ** 20} MiB`,
      'compare a folder of specs and nothing else: --specs DIR',
    );
  if (error) return failed(error.message);
  if (status === 0) return { text: stdout.toString('utf8'), bytes: stdout };
  return refusal(stderr.toString('utf8'));
}

const MOST_BYTES = 128 * 2 ** 20;

const SETTINGS = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
];

function environment(): NodeJS.ProcessEnv {
  const inherited = { ...process.env };
  // A hook has these for its own repository, told from a folder that is not ours.
  for (const name of [
    'GIT_DIR',
    'GIT_WORK_TREE',
    'GIT_INDEX_FILE',
    'GIT_PREFIX',
    'GIT_COMMON_DIR',
    'GIT_NAMESPACE',
  ])
    delete inherited[name];
  // No protocol is allowed: a partial clone would otherwise fetch what is missing.
  return {
    ...inherited,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

function absent(folder: string): GitProblem {
  // The same error as for a program that is not there.
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return { problem: 'no-repository', message: `${folder} is no folder`, help: 'look at --chdir' };
  return {
    problem: 'no-git',
    message: 'git was not found',
    help: 'install git, or name a folder: --base DIR',
  };
}

function refusal(said: string): GitProblem {
  if (/dubious ownership/.test(said))
    return {
      problem: 'refused',
      message: 'git refuses a repository that belongs to somebody else',
      help: 'git config --global --add safe.directory FOLDER, if you trust it',
    };
  if (/not a git repository|must be run in a work tree/i.test(said))
    return {
      problem: 'no-repository',
      message: 'the project folder is in no git repository',
      help: 'name a folder with the other specs: --base DIR',
    };
  const line = said
    .split('\n')
    .find((text) => text.trim() !== '')
    ?.replace(/^(?:fatal|error): /, '');
  return failed(line ?? 'it gives no reason');
}

function failed(reason: string, help = 'look with git fsck'): GitProblem {
  return { problem: 'failed', message: `git fails: ${reason}`, help };
}
