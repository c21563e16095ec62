import type { Knowledge } from '../../compiler/compile.ts';
import type { Bundle } from '../../host/bundle.ts';
import { startThread, type Thread } from '../../host/worker-thread.ts';
import type { Job, JobResult, JobSetting, Told, Written } from './job.ts';
import { JobRunner } from './job-runner.ts';
import { type FromThread, type ThreadGiven, type ToThread, takeJobs } from './serve.ts';

/** Jobs that are done, and files that wait to be written. */
export interface JobRun {
  /** In the order of the jobs. */
  readonly results: readonly JobResult[];
  /** One more job, which nobody could know of before. */
  add(job: Job): Promise<JobResult>;
  /** Writes or checks everything, or nothing. In no order. */
  finish(each: (written: Written) => void): Promise<void>;
  /** Lets the threads go, if they still wait for `finish`. */
  end(): void;
}

/**
 * Does jobs in this thread and, with a bundle to run them, in others. Whatever their number, the results are the same.
 *
 * @param threadCount at least 1
 */
export async function runJobs(
  jobs: readonly Job[],
  setting: JobSetting,
  told: Told,
  knowledge: Knowledge,
  threadCount: number,
  bundle: Bundle | undefined,
): Promise<JobRun> {
  const next = new Int32Array(new SharedArrayBuffer(4));
  const given: ThreadGiven = { setting, told, jobs, next };
  const others = bundle ? Array.from({ length: threadCount - 1 }, () => startThread(bundle, given)) : [];
  const runner = new JobRunner(setting, told, knowledge);
  const results: JobResult[] = [];
  const inThisThread = async () => {
    for (const [index, job] of takeJobs(jobs, next)) results[index] = await runner.run(job);
  };
  const fromOther = (thread: Thread) =>
    untilDone(thread, (message) => {
      if ('index' in message) results[message.index] = message.result;
    });
  await stoppingOnFailure(others, () => Promise.all([inThisThread(), ...others.map(fromOther)]));
  let waiting: readonly Thread[] = others;
  const tell = (what: ToThread) => {
    for (const thread of waiting) thread.post(what);
    waiting = [];
  };
  return {
    results,
    add: (job) => runner.run(job),
    end: () => tell('end'),
    async finish(each) {
      tell('finish');
      const written = (thread: Thread) =>
        untilDone(thread, (message) => {
          if ('written' in message) each(message.written);
        });
      const own = async () => {
        for (const one of runner.finish()) each(one);
      };
      await stoppingOnFailure(others, () => Promise.all([own(), ...others.map(written)]));
    },
  };
}

async function untilDone(
  thread: Thread,
  each: (message: Exclude<FromThread, 'done'>) => void,
): Promise<void> {
  for (;;) {
    const message = (await thread.receive()) as FromThread;
    if (message === 'done') return;
    each(message);
  }
}

/** A thread that failed is a bug of ours, and the others have nothing left to do. */
async function stoppingOnFailure(threads: readonly Thread[], work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    for (const thread of threads) thread.stop();
    throw error;
  }
}
