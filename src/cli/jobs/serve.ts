import { layOver } from '../../catalog/file/lay-over.ts';
import type { Knowledge } from '../../compiler/compile.ts';
import type { Channel } from '../../host/worker-thread.ts';
import type { Job, JobResult, JobSetting, Told, Written } from './job.ts';
import { JobRunner } from './job-runner.ts';

/** What a thread is started with. */
export interface ThreadGiven {
  readonly setting: JobSetting;
  readonly told: Told;
  readonly jobs: readonly Job[];
  /** Index of the next job that nobody has taken; shared by all threads. */
  readonly next: Int32Array;
}

/** What a thread says: each result, and then that there is nothing left to do. */
export type FromThread =
  | { readonly index: number; readonly result: JobResult }
  | { readonly written: Written }
  | 'done';

/** What a thread is told when all jobs are done. */
export type ToThread = 'finish' | 'end';

/** The work of a thread: takes jobs as long as there are any, and then writes what it has made, if it may. */
export async function serveJobs(given: unknown, parent: Channel, knowledge: Knowledge): Promise<void> {
  const { setting, told, jobs, next } = given as ThreadGiven;
  const say = (message: FromThread) => parent.post(message);
  const runner = new JobRunner(setting, told, withCatalog(knowledge, setting));
  for (const [index, job] of takeJobs(jobs, next)) say({ index, result: await runner.run(job) });
  say('done');
  if (((await parent.receive()) as ToThread) === 'end') return;
  for (const written of runner.finish()) say({ written });
  say('done');
}

/** Each job once, whichever thread asks first. */
export function* takeJobs(jobs: readonly Job[], next: Int32Array): Iterable<readonly [number, Job]> {
  for (;;) {
    const index = Atomics.add(next, 0, 1);
    const job = jobs[index];
    if (!job) return;
    yield [index, job];
  }
}

function withCatalog(knowledge: Knowledge, { catalog }: JobSetting): Knowledge {
  if (catalog === undefined) return knowledge;
  const { value } = layOver(knowledge.catalog, catalog.file, catalog.text);
  return value ? { ...knowledge, catalog: value } : knowledge;
}
