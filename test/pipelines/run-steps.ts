import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../e2e/harness/run-command.ts';
import { asksForStatus, type Contexts, evaluate, interpolate, toText } from './expression.ts';
import type { WorkflowStep } from './workflow.ts';

/** The machine that the jobs run on. */
export interface Runner {
  /** Absolute; holds folders of jobs, artifacts, and the programs in `bin`. */
  readonly home: string;
  readonly repository: string;
  readonly env: NodeJS.ProcessEnv;
  /** A number that no other run of a job has. */
  nextRun(): number;
}

export interface Where {
  readonly folder: string;
  readonly sha: string;
  /** Absolute; where the artifacts of this run are. */
  readonly artifacts: string;
  readonly runner: Runner;
}

export interface StepsResult {
  readonly isSuccess: boolean;
  readonly steps: Readonly<Record<string, { readonly outputs: Readonly<Record<string, string>> }>>;
  readonly log: string;
}

/**
 * Runs steps: `run` by bash as GitHub does with `shell: bash`, `uses` by what it comes to here. Once one has failed, only
 * those that ask for it.
 */
export async function runSteps(
  all: readonly WorkflowStep[],
  contexts: Contexts,
  where: Where,
): Promise<StepsResult> {
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  let log = '';
  let isSuccess = true;
  for (const [index, step] of all.entries()) {
    const own = { ...contexts, steps, job: { status: isSuccess ? 'success' : 'failure' } };
    if (!isSuccess && !asksForStatus(step.if ?? '')) continue;
    if (step.if !== undefined && !evaluate(step.if, own)) continue;
    if (step.uses !== undefined) {
      await useAction(step.uses, step.with ?? {}, own, where);
      continue;
    }
    const files = join(where.runner.home, 'files', `${where.runner.nextRun()}-${index}`);
    await mkdir(files, { recursive: true });
    await writeFile(join(files, 'script.sh'), step.run ?? '');
    await writeFile(join(files, 'output'), '');
    await writeFile(join(files, 'summary'), '');
    const env = Object.entries(step.env ?? {}).map(([name, text]) => [name, toText(interpolate(text, own))]);
    const { status, stdout, stderr } = await runCommand({
      program: 'bash',
      args: ['--noprofile', '--norc', '-eo', 'pipefail', join(files, 'script.sh')],
      cwd: where.folder,
      env: {
        ...where.runner.env,
        ...Object.fromEntries(env),
        GITHUB_OUTPUT: join(files, 'output'),
        GITHUB_PATH: join(files, 'path'),
        GITHUB_REF_NAME: 'main',
        GITHUB_STEP_SUMMARY: join(files, 'summary'),
      },
    });
    log += `--- ${step.name ?? step.run}\n${stdout}${stderr}${await readFile(join(files, 'summary'), 'utf8')}`;
    if (status !== 0) isSuccess = false;
    else if (step.id !== undefined)
      steps[step.id] = { outputs: readOutputs(await readFile(join(files, 'output'), 'utf8')) };
  }
  return { isSuccess, steps, log };
}

function readOutputs(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.includes('='));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/** Tools and credentials are there already. An action that is not known here is a mistake of the test. */
async function useAction(
  action: string,
  inputs: Readonly<Record<string, unknown>>,
  contexts: Contexts,
  { folder, sha, artifacts, runner }: Where,
): Promise<void> {
  const input = (name: string) => toText(interpolate(toText(inputs[name]), contexts));
  switch (action.split('@')[0]) {
    case 'actions/checkout': {
      const to = join(folder, input('path'));
      await git(['clone', '--quiet', runner.repository, to], runner);
      // The branch that a clone has is the one of the repository, as it is by now.
      if (input('ref') === '') await git(['-C', to, 'checkout', '--quiet', '--detach', sha], runner);
      return;
    }
    case 'actions/upload-artifact':
      // A pattern, of which nothing was found.
      if (input('if-no-files-found') === 'ignore') return;
      await cp(join(folder, input('path')), join(artifacts, input('name')), {
        recursive: true,
        // As the action: hidden files stay behind.
        filter: (path) => !/\/\.[^/]*$/.test(path),
      });
      return;
    case 'actions/download-artifact': {
      const pattern = input('pattern');
      const names = pattern === '' ? [input('name')] : await namesLike(pattern, artifacts);
      for (const name of names)
        await cp(join(artifacts, name), join(folder, input('path')), { recursive: true });
      return;
    }
    case 'actions/setup-node':
    case 'hashicorp/setup-terraform':
    case 'aws-actions/configure-aws-credentials':
      return;
    default:
      throw new Error(`what does ${action} do?`);
  }
}

async function namesLike(pattern: string, folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith(pattern.replace('*', '')));
}

async function git(args: readonly string[], { env }: Runner): Promise<void> {
  const { status, stderr } = await runCommand({ program: 'git', args, env });
  if (status !== 0) throw new Error(stderr);
}
