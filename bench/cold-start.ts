import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { inTurns } from './measure.ts';
import { CHECKOUT, type PackageUnderTest } from './package-under-test.ts';
import { ratios, type Summary, summarise } from './statistics.ts';

export interface ColdStart {
  readonly name: string;
  readonly wallMs: Summary;
  readonly peakMiB: Summary;
  /** To `node -e 0` that ran directly before. */
  readonly ratio: Summary;
}

/** Short commands on the samples of this repository, each beside a Node that does nothing. */
export function coldStart(
  elastiform: PackageUnderTest,
  folder: string,
  rounds: number,
): readonly ColdStart[] {
  cpSync(join(CHECKOUT, 'specs'), join(folder, 'specs'), { recursive: true });
  const programs = {
    'node -e 0': { words: [process.execPath, '-e', '0'], folder },
    'elastiform validate prod': elastiform.command(['validate', 'prod'], folder),
    'elastiform synth --no-cache (3 environments)': elastiform.command(['synth', '--no-cache'], folder),
    'elastiform synth (3 environments, no change)': elastiform.command(['synth'], folder),
  };
  // What V8 compiles is kept by the first run on a machine.
  inTurns(programs, 2);
  const samples = inTurns(programs, rounds);
  const bare = samples['node -e 0']!.map(({ wallMs }) => wallMs);
  return Object.entries(samples).map(([name, own]) => ({
    name,
    wallMs: summarise(own.map(({ wallMs }) => wallMs)),
    peakMiB: summarise(own.map(({ peakMiB = Number.NaN }) => peakMiB)),
    ratio: ratios(
      own.map(({ wallMs }) => wallMs),
      bare,
    ),
  }));
}
