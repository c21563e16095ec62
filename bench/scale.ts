import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Sample } from './measure.ts';
import type { PackageUnderTest } from './package-under-test.ts';
import { writeEnvironments, writeLargeEnvironment } from './specs.ts';
import { costOfOne, slopeOf, summarise, withoutStart } from './statistics.ts';

export interface Curve {
  readonly name: string;
  /** `environments` or `resources`. */
  readonly of: string;
  readonly points: readonly {
    readonly count: number;
    readonly wallMs: number;
    readonly cpuMs: number;
    readonly peakMiB: number;
  }[];
  /** Of CPU time: logarithm against logarithm, without what a start takes. */
  readonly slope: number;
  readonly cpuMsForOne: number;
  /** What people wait for one more of them. */
  readonly wallMsForOne: number;
  readonly peakMiBForOne: number;
}

/** Time and memory of a synthesis by the number of environments, and by the number of resources in one. */
export function scale(
  elastiform: PackageUnderTest,
  folder: string,
  counts: { readonly environments: readonly number[]; readonly resources: readonly number[] },
  rounds: number,
): readonly Curve[] {
  const full = ['synth', '--no-cache', '--check', '--jobs', '1'];
  const project = (kind: string, count: number) => join(folder, `${kind}-${count}`);
  for (const count of counts.environments) writeEnvironments(project('environments', count), count);
  for (const count of counts.resources) writeLargeEnvironment(project('resources', count), count);
  const measured = (name: string, of: 'environments' | 'resources', words: readonly string[]) =>
    curveOf(
      name,
      of,
      counts[of].map((count) => ({
        count,
        samples: Array.from({ length: rounds }, () => run(elastiform.command(words, project(of, count)))),
      })),
    );
  const compiled = measured('compile all, one thread', 'environments', full);
  const threads = measured('compile all, a thread for each processor', 'environments', [
    'synth',
    '--no-cache',
    '--check',
  ]);
  const written = curveOf(
    'compile and write all',
    'environments',
    counts.environments.map((count) => {
      const samples = Array.from({ length: rounds }, () => {
        rmSync(join(project('environments', count), 'generated'), { recursive: true, force: true });
        return run(elastiform.command(['synth'], project('environments', count)));
      });
      return { count, samples };
    }),
  );
  // Written before, so that nothing is left to do.
  const unchanged = measured('no change', 'environments', ['synth']);
  const resources = measured('one environment, one thread', 'resources', full);
  return [compiled, threads, written, unchanged, resources];
}

function curveOf(
  name: string,
  of: string,
  measured: readonly { readonly count: number; readonly samples: readonly Sample[] }[],
): Curve {
  const points = measured.map(({ count, samples }) => ({
    count,
    wallMs: summarise(samples.map(({ wallMs }) => wallMs)).median,
    cpuMs: summarise(samples.map(({ cpuMs }) => cpuMs)).median,
    peakMiB: summarise(samples.map(({ peakMiB = Number.NaN }) => peakMiB)).median,
  }));
  const cpu = points.map(({ count, cpuMs }) => [count, cpuMs] as const);
  return {
    name,
    of,
    points,
    slope: slopeOf(withoutStart(cpu)),
    cpuMsForOne: costOfOne(cpu),
    wallMsForOne: costOfOne(points.map(({ count, wallMs }) => [count, wallMs])),
    peakMiBForOne: costOfOne(points.map(({ count, peakMiB }) => [count, peakMiB])),
  };
}
