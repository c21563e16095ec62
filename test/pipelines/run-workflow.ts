import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asksForStatus, type Contexts, evaluate, interpolate, toText } from './expression.ts';
import { type Runner, runSteps, type Where } from './run-steps.ts';
import type { JobResult, Workflow, WorkflowJob } from './workflow.ts';

/** What happened, as the context `github` tells it. */
export interface Happening {
  readonly event_name: 'push' | 'pull_request';
  readonly ref: string;
  readonly event: object;
  /** The commit that is checked out. */
  readonly sha: string;
}

/**
 * Runs the jobs of a workflow one after the other, in the order of the file, which is that of their needs. Every job has a
 * folder of its own, as on GitHub; what goes from one to the next are outputs and artifacts.
 */
export async function runWorkflow(
  { jobs }: Workflow,
  happening: Happening,
  runner: Runner,
): Promise<Readonly<Record<string, JobResult>>> {
  const results: Record<string, JobResult> = {};
  const github = { repository: 'example/shop', token: 'token', run_id: '1', ...happening };
  // Of this run alone: what another one has uploaded is not found by its jobs.
  const artifacts = join(runner.home, 'artifacts', String(runner.nextRun()));
  await mkdir(artifacts, { recursive: true });
  for (const [name, job] of Object.entries(jobs)) {
    const needed = [job.needs ?? []].flat();
    const contexts = {
      github,
      inputs: {},
      vars: {},
      job: { status: 'success' },
      needs: Object.fromEntries(needed.map((one) => [one, neededContext(results[one])])),
    };
    const isReady = needed.every((one) => results[one]?.conclusion === 'success');
    const condition = unwrapped(job.if ?? '');
    const isWanted =
      (isReady || asksForStatus(condition)) && (condition === '' || Boolean(evaluate(condition, contexts)));
    const where = { sha: happening.sha, artifacts, runner };
    results[name] = isWanted ? await runJob(name, job, contexts, where) : SKIPPED;
  }
  return results;
}

function neededContext(result: JobResult | undefined): object {
  return { result: result?.conclusion, outputs: result?.outputs };
}

/** `if` may be written with `${{ }}` around it or without. */
function unwrapped(condition: string): string {
  return /^\$\{\{(.*)\}\}$/.exec(condition)?.[1] ?? condition;
}

const SKIPPED: JobResult = { conclusion: 'skipped', outputs: {}, environments: [], log: '' };

async function runJob(
  name: string,
  job: WorkflowJob,
  contexts: Contexts,
  where: Omit<Where, 'folder'>,
): Promise<JobResult> {
  const { include } = (job.strategy ? interpolate(job.strategy.matrix, contexts) : { include: [{}] }) as {
    include: readonly object[];
  };
  let conclusion: JobResult['conclusion'] = 'success';
  let outputs: Record<string, string> = {};
  const environments: string[] = [];
  let log = '';
  for (const [index, matrix] of include.entries()) {
    const { home, nextRun } = where.runner;
    const folder = join(home, 'jobs', `${nextRun()}-${name}-${index}`);
    await mkdir(folder, { recursive: true });
    const own = { ...contexts, matrix };
    if (job.environment !== undefined) environments.push(toText(interpolate(job.environment, own)));
    const ran = await runSteps(job.steps, own, { ...where, folder });
    log += ran.log;
    if (!ran.isSuccess) conclusion = 'failure';
    const given = Object.entries(job.outputs ?? {});
    outputs = Object.fromEntries(
      given.map(([key, text]) => [key, toText(interpolate(text, { ...own, steps: ran.steps }))]),
    );
  }
  return { conclusion, outputs, environments, log };
}
