import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One run of a program, with all processes that it started. */
export interface Sample {
  readonly wallMs: number;
  /** User and system, of all threads. */
  readonly cpuMs: number;
  /** Largest resident set of a single process; nothing without GNU time. */
  readonly peakMiB?: number;
}

export interface Program {
  readonly words: readonly string[];
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Exit codes that are fine beside 0. */
  readonly codes?: readonly number[];
}

/** @throws when it ends with an unexpected code: what was measured then is something else */
export function run({ words, folder, environment = {}, codes = [] }: Program): Sample {
  const [file = '', ...rest] = HAS_TIME ? ['/usr/bin/time', '-f', '%U %S %M', '-o', REPORT, ...words] : words;
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(file, rest, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...environment },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
  if (error) throw error;
  if (status !== 0 && !codes.includes(status ?? -1))
    throw new Error(`${words.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`);
  if (!HAS_TIME) return { wallMs, cpuMs: Number.NaN };
  const [user = 0, system = 0, peakKiB = 0] = readFileSync(REPORT, 'utf8')
    .trim()
    .split('\n')
    .at(-1)!
    .split(' ')
    .map(Number);
  return { wallMs, cpuMs: (user + system) * 1000, peakMiB: peakKiB / 1024 };
}

/** Programs in turns, so that what else the machine does hits all of them. */
export function inTurns(
  programs: Readonly<Record<string, Program>>,
  rounds: number,
): Record<string, Sample[]> {
  const samples = Object.fromEntries(Object.keys(programs).map((name): [string, Sample[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, program] of Object.entries(programs)) samples[name]?.push(run(program));
  return samples;
}

const HAS_TIME = existsSync('/usr/bin/time');
const FOLDER = mkdtempSync(join(tmpdir(), 'elastiform-bench-time-'));
const REPORT = join(FOLDER, 'report');
process.on('exit', () => rmSync(FOLDER, { recursive: true, force: true }));
