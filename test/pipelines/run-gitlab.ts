import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../e2e/harness/run-command.ts';
import type { Runner } from './run-steps.ts';

export interface GitlabJob {
  readonly extends?: string;
  readonly needs?: readonly string[];
  readonly script: readonly string[];
  readonly parallel?: { readonly matrix: readonly { readonly ENVIRONMENT: readonly string[] }[] };
}

export interface GitlabResult {
  readonly isSuccess: boolean;
  readonly log: string;
}

/**
 * Runs jobs of a GitLab pipeline in the given order, each script by `sh -e` in a clone of its own, with what the jobs that
 * it needs have left in `plans/`, `affected.txt` and `review.md`. `before_script` is left out: tools are there already.
 * A job whose needs have failed does not run.
 */
export async function runGitlab(
  pipeline: Readonly<Record<string, GitlabJob>>,
  names: readonly string[],
  { sha, variables }: { readonly sha: string; readonly variables: Readonly<Record<string, string>> },
  runner: Runner,
): Promise<Readonly<Record<string, GitlabResult>>> {
  const results: Record<string, GitlabResult> = {};
  const kept = join(runner.home, 'gitlab', String(runner.nextRun()));
  for (const name of names) {
    const job = withParents(pipeline, name);
    if (job.needs?.some((needed) => results[needed]?.isSuccess !== true)) continue;
    const environments = job.parallel?.matrix.flatMap(({ ENVIRONMENT }) => ENVIRONMENT) ?? [''];
    for (const environment of environments) {
      const folder = join(kept, `${name.replaceAll(' ', '-')}-${environment}`);
      await mkdir(folder, { recursive: true });
      const program = `git clone --quiet "$REPOSITORY" . && git checkout --quiet --detach ${sha}`;
      await sh(program, folder, { ...runner.env, REPOSITORY: runner.repository });
      for (const needed of job.needs ?? [])
        await cp(join(kept, 'artifacts', needed), folder, { recursive: true });
      const env = { ...runner.env, ...variables, ENVIRONMENT: environment };
      const { status, stdout, stderr } = await sh(`set -e\n${job.script.join('\n')}`, folder, env);
      const log = `${results[name]?.log ?? ''}${stdout}${stderr}`;
      results[name] = { isSuccess: status === 0 && results[name]?.isSuccess !== false, log };
      const artifacts = join(kept, 'artifacts', name);
      await mkdir(artifacts, { recursive: true });
      await sh(
        `for one in plans affected.txt review.md; do [ ! -e "$one" ] || cp -r "$one" "$TO"; done`,
        folder,
        {
          ...runner.env,
          TO: artifacts,
        },
      );
    }
  }
  return results;
}

function sh(script: string, cwd: string, env: NodeJS.ProcessEnv) {
  return runCommand({ program: 'sh', args: ['-c', script], cwd, env });
}

function withParents(pipeline: Readonly<Record<string, GitlabJob>>, name: string): GitlabJob {
  const job = pipeline[name];
  if (job === undefined) throw new Error(`the pipeline has no job ${name}`);
  return job.extends === undefined ? job : { ...withParents(pipeline, job.extends), ...job };
}
